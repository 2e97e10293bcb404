package io.agenttool.guard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {
  private static final Path DOCS = Path.of("../docs");

  @TempDir Path folder;

  @Test
  void theReferenceIsWhatTheCodeSays() throws IOException {
    same("configuration.md", Reference.markdown());
  }

  @Test
  void theSchemaIsWhatTheCodeSays() throws IOException {
    same("guard.schema.json", PolicySchema.json());
  }

  @Test
  void theSampleIsReadAndFitsTheSchema() throws IOException {
    Files.writeString(folder.resolve("guard.yaml"), Reference.SAMPLE);

    assertThatCode(
            () ->
                Settings.load(
                    new Sources(
                        Map.of("guard.policy", "guard.yaml"), Map.of(), null, folder.toFile())))
        .doesNotThrowAnyException();
    fits(new YAMLMapper().readTree(Reference.SAMPLE), PolicySchema.schema(), "");
  }

  @Test
  void everyKeyOfTheTablesIsInTheSchema() {
    JsonNode root = PolicySchema.schema();
    JsonNode tool = root.at("/properties/tools/additionalProperties");
    JsonNode arg = tool.at("/properties/args/additionalProperties");

    has(root, PolicyFile.TABLE);
    has(tool, ToolKeys.TOOL);
    has(arg, ToolKeys.ARG);
    has(root.at("/properties/match/items"), ToolKeys.MATCH);
  }

  @Test
  void everyStandardValueIsOneOfItsType() {
    for (List<Option<?>> table :
        List.of(Options.ALL, ToolKeys.TOOL, ToolKeys.ARG, ToolKeys.MATCH)) {
      for (Option<?> option : table) {
        if (!option.standard().isEmpty()) {
          assertThatCode(() -> option.type().read("table", "", option.standard()))
              .doesNotThrowAnyException();
        }
        assertThat(option.doc()).as(option.name()).endsWith(".").doesNotContain("|");
      }
    }
  }

  private static void has(JsonNode section, List<Option<?>> table) {
    for (Option<?> option : table) {
      JsonNode value = section.at("/properties/" + option.name().replace(".", "/properties/"));
      assertThat(value.path("description").asText()).as(option.name()).isEqualTo(option.doc());
    }
  }

  /** The part of JSON Schema that our schema uses for structure: properties, enum, type. */
  private static void fits(JsonNode value, JsonNode schema, String path) {
    if (schema.has("enum")) {
      assertThat(schema.get("enum")).as(path).contains(value);
    }
    if (value.isObject()) {
      assertThat(schema.path("type").asText()).as(path).isEqualTo("object");
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        JsonNode property = schema.path("properties").path(entry.getKey());
        JsonNode each = property.isMissingNode() ? schema.get("additionalProperties") : property;
        assertThat(each.isObject()).as(path + "/" + entry.getKey()).isTrue();
        fits(entry.getValue(), each, path + "/" + entry.getKey());
      }
    }
    if (value.isArray() && schema.has("anyOf")) {
      fits(value, schema.get("anyOf").get(1), path);
    } else if (value.isArray()) {
      assertThat(schema.path("type").asText()).as(path).isEqualTo("array");
      for (JsonNode item : value) {
        if (schema.path("items").has("properties")) {
          fits(item, schema.get("items"), path + "/-");
        } else {
          assertThat(item.isTextual()).as(path).isTrue();
        }
      }
    }
  }

  private static void same(String name, String text) throws IOException {
    Path file = DOCS.resolve(name);
    if ("write".equals(System.getProperty("guard.it.docs"))) {
      Files.createDirectories(DOCS);
      Files.writeString(file, text);
    }
    String there = Files.exists(file) ? Files.readString(file) : "";
    assertThat(there)
        .as(
            "docs/%s is not what the code says; rewrite it with: mvn -q -pl annotations,agent test"
                + " -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dguard.it.docs=write",
            name)
        .isEqualTo(text);
  }
}
