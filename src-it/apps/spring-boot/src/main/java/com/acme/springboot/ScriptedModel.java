package com.acme.springboot;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/** Calls the tool, and answers with what the tool said. */
final class ScriptedModel implements ChatModel {
  @Override
  public ChatResponse doChat(ChatRequest request) {
    ChatMessage last = request.messages().get(request.messages().size() - 1);
    AiMessage answer =
        last instanceof ToolExecutionResultMessage result
            ? AiMessage.from(result.text())
            : AiMessage.from(
                ToolExecutionRequest.builder()
                    .id("1")
                    .name("weather")
                    .arguments("{\"town\": \"Oslo\"}")
                    .build());
    return ChatResponse.builder().aiMessage(answer).build();
  }
}
