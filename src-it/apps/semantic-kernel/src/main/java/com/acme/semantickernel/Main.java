package com.acme.semantickernel;

import com.acme.play.Play;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.core.credential.KeyCredential;
import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.aiservices.openai.chatcompletion.OpenAIChatCompletion;
import com.microsoft.semantickernel.orchestration.InvocationContext;
import com.microsoft.semantickernel.orchestration.ToolCallBehavior;
import com.microsoft.semantickernel.plugin.KernelPluginFactory;
import com.microsoft.semantickernel.services.chatcompletion.ChatCompletionService;
import com.microsoft.semantickernel.services.chatcompletion.ChatMessageContent;
import java.io.IOException;
import java.util.List;

/** A kernel whose chat service calls the functions of a plugin by itself. */
public final class Main {
  public static void main(String[] args) throws IOException {
    ScriptedModel model = new ScriptedModel();
    ChatCompletionService chat =
        OpenAIChatCompletion.builder()
            .withModelId("scripted")
            .withOpenAIAsyncClient(
                new OpenAIClientBuilder()
                    .credential(new KeyCredential("none"))
                    .httpClient(model)
                    .buildAsyncClient())
            .build();
    Kernel kernel =
        Kernel.builder()
            .withAIService(ChatCompletionService.class, chat)
            .withPlugin(KernelPluginFactory.createFromObject(new FileTools(), "files"))
            .build();
    InvocationContext context =
        InvocationContext.builder()
            .withToolCallBehavior(ToolCallBehavior.allowAllKernelFunctions(true))
            .build();
    Play.run(
        "semantic-kernel",
        Kernel.class,
        Play.folder(args),
        (tool, toolArgs) -> {
          model.willCall(tool, toolArgs);
          List<ChatMessageContent<?>> answers =
              chat.getChatMessageContentsAsync("do it", kernel, context).block();
          return answers.get(answers.size() - 1).getContent();
        });
  }
}
