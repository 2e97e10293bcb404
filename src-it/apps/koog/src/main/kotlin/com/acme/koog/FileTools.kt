package com.acme.koog

import ai.koog.agents.core.tools.annotations.LLMDescription
import ai.koog.agents.core.tools.annotations.Tool
import ai.koog.agents.core.tools.reflect.ToolSet
import java.nio.file.Files
import java.nio.file.Path
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Reads and writes files, as a coding assistant does; one tool answers at once, one suspends. */
class FileTools : ToolSet {
  @Tool("write_file")
  @LLMDescription("Writes a text file")
  fun writeFile(@LLMDescription("where") path: String, @LLMDescription("what") text: String): String {
    Files.writeString(Path.of(path), text)
    return "wrote ${text.length} characters"
  }

  @Tool("read_file")
  @LLMDescription("Reads a text file")
  suspend fun readFile(@LLMDescription("where") path: String): String =
    withContext(Dispatchers.IO) { Files.readString(Path.of(path)) }
}
