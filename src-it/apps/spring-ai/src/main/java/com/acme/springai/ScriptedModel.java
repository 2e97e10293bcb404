package com.acme.springai;

import com.acme.play.Play;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/** Calls the tool it was told to, and answers with what the tool said. */
final class ScriptedModel implements ChatModel {
  private ToolCall next = new ToolCall("", "function", "", "{}");

  void willCall(String tool, Map<String, Object> args) {
    next = new ToolCall("1", "function", tool, Play.json(args));
  }

  @Override
  public ChatOptions getOptions() {
    return ToolCallingChatOptions.builder().build();
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    List<Message> messages = prompt.getInstructions();
    AssistantMessage answer =
        messages.get(messages.size() - 1) instanceof ToolResponseMessage result
            ? new AssistantMessage(result.getResponses().get(0).responseData())
            : AssistantMessage.builder().toolCalls(List.of(next)).build();
    return new ChatResponse(List.of(new Generation(answer)));
  }
}
