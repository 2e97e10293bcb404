package com.acme.googleadk;

import com.google.adk.models.BaseLlm;
import com.google.adk.models.BaseLlmConnection;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.Part;
import io.reactivex.rxjava3.core.Flowable;
import java.util.List;
import java.util.Map;

/** Calls the tool it was told to, and answers with what the tool said. */
final class ScriptedModel extends BaseLlm {
  private Part next = Part.fromText("");

  ScriptedModel() {
    super("scripted");
  }

  void willCall(String tool, Map<String, Object> args) {
    next = Part.fromFunctionCall(tool, args);
  }

  @Override
  public Flowable<LlmResponse> generateContent(LlmRequest request, boolean stream) {
    List<Content> contents = request.contents();
    Part last = contents.get(contents.size() - 1).parts().orElseThrow().get(0);
    Part answer =
        last.functionResponse()
            .flatMap(FunctionResponse::response)
            .map(result -> Part.fromText(result.toString()))
            .orElse(next);
    Content content = Content.builder().role("model").parts(answer).build();
    return Flowable.just(LlmResponse.builder().content(content).build());
  }

  @Override
  public BaseLlmConnection connect(LlmRequest request) {
    throw new UnsupportedOperationException("live conversations");
  }
}
