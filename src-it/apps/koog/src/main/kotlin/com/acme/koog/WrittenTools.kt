package com.acme.koog

import ai.koog.agents.core.tools.Tool
import ai.koog.agents.core.tools.ToolDescriptor
import ai.koog.agents.core.tools.ToolParameterDescriptor
import ai.koog.agents.core.tools.ToolParameterType
import ai.koog.serialization.JSONObject
import ai.koog.serialization.JSONPrimitive
import ai.koog.serialization.JSONSerializer
import ai.koog.serialization.typeToken
import java.nio.file.Files
import java.nio.file.Path
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.withContext

data class Writing(val path: String, val text: String)

data class Reading(val path: String)

private fun text(name: String) = ToolParameterDescriptor(name, name, ToolParameterType.String)

private fun JSONObject.text(name: String) = (entries.getValue(name) as JSONPrimitive).content

/** Answers at once. */
class WriteFile :
  Tool<Writing, String>(
    typeToken<Writing>(),
    typeToken<String>(),
    ToolDescriptor("write_file", "Writes a text file", listOf(text("path"), text("text"))),
  ) {
  override fun decodeArgs(rawArgs: JSONObject, serializer: JSONSerializer) =
    Writing(rawArgs.text("path"), rawArgs.text("text"))

  override suspend fun execute(args: Writing): String {
    Files.writeString(Path.of(args.path), args.text)
    return "wrote ${args.text.length} characters"
  }

  override fun encodeResultToString(result: String, serializer: JSONSerializer) = result
}

/** Waits twice. */
class ReadFile :
  Tool<Reading, String>(
    typeToken<Reading>(),
    typeToken<String>(),
    ToolDescriptor("read_file", "Reads a text file", listOf(text("path"))),
  ) {
  override fun decodeArgs(rawArgs: JSONObject, serializer: JSONSerializer) =
    Reading(rawArgs.text("path"))

  override suspend fun execute(args: Reading): String {
    delay(5)
    return withContext(Dispatchers.IO) { Files.readString(Path.of(args.path)) }
  }

  override fun encodeResultToString(result: String, serializer: JSONSerializer) = result
}
