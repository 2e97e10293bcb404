package io.agenttool.guard.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agenttool.guard.call.Denied;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments as the model wrote them. What was checked is what is passed on: written anew, so that
 * another parser cannot read another thing.
 */
final class JsonArguments {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonArguments() {}

  /**
   * Arguments by name.
   *
   * @throws Denied for what is no JSON object, or names one twice
   */
  static Map<String, @Nullable Object> read(@Nullable String json) {
    if (json == null || json.isBlank()) {
      return Map.of();
    }
    try {
      return JSON.readValue(json, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
    } catch (JsonProcessingException e) {
      throw new Denied("entry.arguments", "its arguments are not one JSON object");
    }
  }

  static String write(Map<String, @Nullable Object> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new Denied("entry.arguments", "its arguments cannot be written as JSON");
    }
  }
}
