package io.agenttool.guard.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as Guard keeps it: one object, its members in order, in ASCII. */
public final class Json {
  // In ASCII a terminal, a diff or an editor that shows the file cannot be led astray by it
  // (CVE-2021-42574), and a surrogate alone can be written.
  private static final JsonFactory ASCII =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final JsonFactory READER = new JsonFactory();

  private Json() {}

  /** Writes ASCII to {@code out}. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return ASCII.createGenerator(out);
  }

  /**
   * The members of the one object in {@code bytes}: texts and numbers as they are, arrays and
   * objects as compact JSON, {@code null} as {@code null}.
   *
   * @throws IOException where it is not exactly one object; the message is one line
   */
  public static Map<String, @Nullable String> members(byte[] bytes, int length) throws IOException {
    Map<String, @Nullable String> members = new LinkedHashMap<>();
    try (JsonParser parser = READER.createParser(bytes, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        members.put(name, text(parser, parser.nextToken()));
      }
      if (parser.nextToken() != null) {
        throw new IOException("more than one JSON object");
      }
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new IOException("not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    return members;
  }

  private static @Nullable String text(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!token.isStructStart()) {
      return parser.getText();
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = READER.createGenerator(text)) {
      copy.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
