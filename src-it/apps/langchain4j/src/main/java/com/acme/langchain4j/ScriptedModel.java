package com.acme.langchain4j;

import com.acme.play.Play;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Map;

/** Calls the tool it was told to, and answers with what the tool said. */
final class ScriptedModel implements ChatModel {
  private ToolExecutionRequest next = ToolExecutionRequest.builder().build();

  void willCall(String tool, Map<String, Object> args) {
    next = ToolExecutionRequest.builder().id("1").name(tool).arguments(Play.json(args)).build();
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    ChatMessage last = request.messages().get(request.messages().size() - 1);
    AiMessage answer =
        last instanceof ToolExecutionResultMessage result
            ? AiMessage.from(result.text())
            : AiMessage.from(next);
    return ChatResponse.builder().aiMessage(answer).build();
  }
}
