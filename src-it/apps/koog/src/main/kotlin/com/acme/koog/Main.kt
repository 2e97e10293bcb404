package com.acme.koog

import ai.koog.agents.core.agent.AIAgent
import ai.koog.agents.core.tools.ToolRegistry
import ai.koog.agents.core.tools.reflect.ToolSet
import ai.koog.prompt.llm.LLMCapability
import ai.koog.prompt.llm.LLMProvider
import ai.koog.prompt.llm.LLModel
import com.acme.play.Play
import kotlinx.coroutines.runBlocking

/** An agent with the framework's single-run strategy and annotated methods as tools. */
fun main(args: Array<String>) {
  val model = ScriptedModel()
  val name = LLModel(LLMProvider.Ollama, "scripted", listOf(LLMCapability.Tools))
  Play.run("koog", ToolSet::class.java, Play.folder(*args)) { tool, toolArgs ->
    model.willCall(tool, toolArgs)
    val agent =
      AIAgent.builder()
        .promptExecutor(model)
        .llmModel(name)
        .toolRegistry(ToolRegistry.builder().tools(FileTools()).build())
        .build()
    runBlocking { agent.run("do it", "s-1") }
  }
}
