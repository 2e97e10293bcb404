package com.acme.koog

import ai.koog.agents.core.agent.AIAgent
import ai.koog.agents.core.tools.ToolRegistry
import ai.koog.agents.core.tools.reflect.ToolSet
import ai.koog.prompt.llm.LLMCapability
import ai.koog.prompt.llm.LLMProvider
import ai.koog.prompt.llm.LLModel
import com.acme.play.Play
import java.nio.file.Path
import kotlinx.coroutines.runBlocking

/** An agent with the framework's single-run strategy and annotated methods as tools, then its own kind. */
fun main(args: Array<String>) {
  val model = ScriptedModel()
  val name = LLModel(LLMProvider.Ollama, "scripted", listOf(LLMCapability.Tools))
  val annotated = ToolRegistry.builder().tools(FileTools()).build()
  val written = ToolRegistry.builder().tool(WriteFile()).tool(ReadFile()).build()
  val folder = Play.folder(*args)
  play("koog/annotation", folder, model, name, annotated)
  play("koog/tool", folder, model, name, written)
}

private fun play(
  run: String,
  folder: Path,
  model: ScriptedModel,
  name: LLModel,
  tools: ToolRegistry,
) =
  Play.run(run, ToolSet::class.java, folder) { tool, toolArgs ->
    model.willCall(tool, toolArgs)
    val agent =
      AIAgent.builder()
        .promptExecutor(model)
        .llmModel(name)
        .toolRegistry(tools)
        .build()
    runBlocking { agent.run("do it", "s-1") }
  }
