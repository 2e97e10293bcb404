package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static io.agenttool.guard.output.Tools.filtered;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.model.Generation;

/** Values of the libraries that tools return, made by these libraries themselves. */
class FrameworkValuesTest {
  private static final String TEXT = "the key is " + KEY + ".";
  private static final String CLEAN = "the key is " + MARKER + ".";

  /** One kind of value, made of a text. */
  record Kind(String name, Function<String, Object> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("Jackson 3", FrameworkValuesTest::jackson3),
        new Kind("Jackson 3 text", tools.jackson.databind.node.StringNode::valueOf),
        new Kind("Jackson 2 text", com.fasterxml.jackson.databind.node.TextNode::valueOf),
        new Kind("Gson", text -> JsonParser.parseString(json(text))),
        new Kind("Gson text", JsonPrimitive::new),
        new Kind("Jakarta", text -> Json.createReader(new StringReader(json(text))).read()),
        new Kind("Jakarta text", Json::createValue),
        new Kind("LangChain4j TextContent", TextContent::from),
        new Kind("LangChain4j contents", text -> List.of(TextContent.from(text))),
        new Kind("LangChain4j AiMessage", AiMessage::from),
        new Kind(
            "LangChain4j ToolExecutionResultMessage",
            text -> ToolExecutionResultMessage.from("1", "tool", text)),
        new Kind("LangChain4j Document", Document::from),
        new Kind("LangChain4j TextSegment", TextSegment::from),
        new Kind("LangChain4j Content", text -> Content.from(text)),
        new Kind("Spring AI AssistantMessage", AssistantMessage::new),
        new Kind("Spring AI Generation", text -> new Generation(new AssistantMessage(text))),
        new Kind("Spring AI ToolResponseMessage", FrameworkValuesTest::toolResponse),
        new Kind("MCP TextContent", text -> McpSchema.TextContent.builder(text).build()),
        new Kind("MCP CallToolResult", FrameworkValuesTest::mcpResult),
        new Kind("MCP TextResourceContents", FrameworkValuesTest::mcpResource));
  }

  private static String json(String text) {
    return "{\"a\":[1,\"" + text + "\"],\"n\":1.5}";
  }

  private static Object jackson3(String text) {
    return new tools.jackson.databind.ObjectMapper().readTree(json(text));
  }

  private static Object toolResponse(String text) {
    return ToolResponseMessage.builder()
        .responses(List.of(new ToolResponse("1", "tool", text)))
        .build();
  }

  private static Object mcpResult(String text) {
    return McpSchema.CallToolResult.builder()
        .addTextContent(text)
        .structuredContent(Map.of("text", text))
        .build();
  }

  private static Object mcpResource(String text) {
    return new McpSchema.EmbeddedResource(
        null, new McpSchema.TextResourceContents("file:///a", "text/plain", text));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void makesTheValueAgainWithoutTheSecret(Kind kind) {
    Object value = kind.of().apply(TEXT);
    Object clean = requireNonNull(filtered(Object.class, value));
    assertThat(clean.toString()).isEqualTo(kind.of().apply(CLEAN).toString());
    if (!(value instanceof List<?>)) {
      assertThat(clean).hasSameClassAs(value);
    }
    assertThat(value.toString()).contains(KEY);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void handsACleanOneOnAsTheSameObject(Kind kind) {
    Object value = kind.of().apply(CLEAN);
    assertThat(filtered(Object.class, value)).isSameAs(value);
  }
}
