package com.acme.koog

import ai.koog.agents.core.tools.ToolDescriptor
import ai.koog.prompt.Prompt
import ai.koog.prompt.dsl.ModerationResult
import ai.koog.prompt.executor.model.PromptExecutor
import ai.koog.prompt.llm.LLModel
import ai.koog.prompt.message.Message
import ai.koog.prompt.message.MessagePart
import ai.koog.prompt.message.ResponseMetaInfo
import ai.koog.prompt.streaming.StreamFrame
import com.acme.play.Play
import kotlinx.coroutines.flow.Flow

/** Calls the tool it was told to, and answers with what the tool said. */
internal class ScriptedModel : PromptExecutor() {
  private var next = MessagePart.Tool.Call("1", "", "{}")

  fun willCall(tool: String, args: Map<String, Any>) {
    next = MessagePart.Tool.Call("1", tool, Play.json(args))
  }

  override suspend fun execute(
    prompt: Prompt,
    model: LLModel,
    tools: List<ToolDescriptor>,
  ): Message.Assistant {
    val result = prompt.messages.last().parts.filterIsInstance<MessagePart.Tool.Result>().lastOrNull()
    val answer =
      if (result == null) next
      else MessagePart.Text((if (result.isError) "(isError) " else "") + result.output)
    return Message.Assistant(answer, ResponseMetaInfo.Empty)
  }

  override fun executeStreaming(
    prompt: Prompt,
    model: LLModel,
    tools: List<ToolDescriptor>,
  ): Flow<StreamFrame> = throw UnsupportedOperationException("streaming")

  override suspend fun moderate(prompt: Prompt, model: LLModel): ModerationResult =
    throw UnsupportedOperationException("moderation")

  override fun close() = Unit
}
