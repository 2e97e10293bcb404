package io.agenttool.guard.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class LangChain4jFormTest {
  private static final Content TEXT = TextContent.from("one");
  private static final Content PICTURE = ImageContent.from("cGljdHVyZQ==", "image/png");
  private final LangChain4jForm form = new LangChain4jForm();

  @Test
  void showsAResultThatIsOneTextAsText() throws Exception {
    ToolExecutionResult result = ToolExecutionResult.builder().resultText("one").build();

    assertThat(form.shown(result)).isEqualTo("one");
    assertThat(form.rebuilt(result, "two"))
        .isInstanceOfSatisfying(
            ToolExecutionResult.class, it -> assertThat(it.resultText()).isEqualTo("two"));
  }

  @Test
  void showsAllContentsOfAResultThatIsMore() throws Exception {
    for (List<Content> contents :
        List.of(List.of(TEXT, PICTURE), List.of(TEXT, TEXT), List.of(PICTURE))) {
      ToolExecutionResult result =
          ToolExecutionResult.builder().isError(true).resultContents(contents).build();

      assertThat(form.shown(result)).isEqualTo(contents);
      List<Content> clean = List.of(TextContent.from("clean"), PICTURE);
      assertThat(form.rebuilt(result, clean))
          .isInstanceOfSatisfying(
              ToolExecutionResult.class,
              it -> {
                assertThat(it.resultContents()).isEqualTo(clean);
                assertThat(it.isError()).isTrue();
              });
    }
  }
}
