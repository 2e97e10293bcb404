package io.agenttool.sample;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Iterator;

/**
 * A model that needs no network: to a user's message it answers with the next call of its script,
 * to a tool's result with that result.
 */
final class ScriptedModel implements ChatModel {
  private final Iterator<ToolExecutionRequest> script;
  private String seen = "";

  ScriptedModel(Iterator<ToolExecutionRequest> script) {
    this.script = script;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    AiMessage answer;
    if (request.messages().get(request.messages().size() - 1)
        instanceof ToolExecutionResultMessage result) {
      seen = result.text();
      answer = AiMessage.from("This is what I have:\n" + seen);
    } else {
      answer = AiMessage.from(script.next());
    }
    return ChatResponse.builder().aiMessage(answer).build();
  }

  /** The tool's result that it was last given: with a real model, what has left the company. */
  String seen() {
    return seen;
  }
}
