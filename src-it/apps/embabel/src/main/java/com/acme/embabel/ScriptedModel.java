package com.acme.embabel;

import com.acme.play.Play;
import com.embabel.agent.api.tool.Tool;
import com.embabel.agent.spi.loop.LlmMessageResponse;
import com.embabel.agent.spi.loop.LlmMessageSender;
import com.embabel.chat.AssistantMessage;
import com.embabel.chat.AssistantMessageWithToolCalls;
import com.embabel.chat.Message;
import com.embabel.chat.ToolCall;
import com.embabel.chat.ToolResultMessage;
import java.util.List;
import java.util.Map;

/** Calls the tool it was told to, and answers with what the tool said. */
final class ScriptedModel implements LlmMessageSender {
  private ToolCall next = new ToolCall("", "", "{}");

  void willCall(String tool, Map<String, Object> args) {
    next = new ToolCall("1", tool, Play.json(args));
  }

  @Override
  public LlmMessageResponse call(List<? extends Message> messages, List<? extends Tool> tools) {
    if (messages.get(messages.size() - 1) instanceof ToolResultMessage result) {
      String text = result.getContent();
      return new LlmMessageResponse(new AssistantMessage(text), text, null);
    }
    return new LlmMessageResponse(
        new AssistantMessageWithToolCalls("", List.of(next)), "", null);
  }
}
