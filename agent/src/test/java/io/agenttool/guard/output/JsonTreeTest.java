package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static io.agenttool.guard.output.Tools.filtered;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTreeTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void filtersAJacksonTreeAndLeavesTheOriginal() throws JsonProcessingException {
    JsonNode tree =
        mapper.readTree(
            "{\"a\":[1,{\"b\":\"x " + KEY + "\"}],\"password\":\"hunter2\",\"n\":1.50}");
    JsonNode copy = (JsonNode) filtered(Object.class, tree);
    assertThat(copy)
        .isEqualTo(
            mapper.readTree(
                "{\"a\":[1,{\"b\":\"x "
                    + MARKER
                    + "\"}],\"password\":\"[REDACTED_PASSWORD]\",\"n\":1.50}"));
    assertThat(tree.toString()).contains(KEY);
  }

  @Test
  void handsACleanTreeOnAsTheSameObject() throws JsonProcessingException {
    JsonNode tree = mapper.readTree("{\"a\":[1,\"plain text\"]}");
    assertThat(filtered(Object.class, tree)).isSameAs(tree);
    List<JsonNode> list = List.of(tree);
    assertThat(filtered(Object.class, list)).isSameAs(list);
  }
}
