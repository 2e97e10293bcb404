package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"secrets.yaml", "personal.yaml"})
  void readsWhatAYamlLibraryReads(String pack) throws IOException {
    String source;
    try (InputStream in = Objects.requireNonNull(Packs.class.getResourceAsStream(pack))) {
      source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Map<String, List<String>>> expected = new ArrayList<>();
    for (JsonNode entry : new YAMLMapper().readTree(source)) {
      Map<String, List<String>> values = new LinkedHashMap<>();
      entry
          .properties()
          .forEach(
              field -> {
                List<String> texts = new ArrayList<>();
                if (field.getValue().isArray()) {
                  field.getValue().forEach(node -> texts.add(node.asText()));
                } else {
                  texts.add(field.getValue().asText());
                }
                values.put(field.getKey(), texts);
              });
      expected.add(values);
    }
    assertThat(new RuleReader(source).entries()).isEqualTo(expected);
  }
}
