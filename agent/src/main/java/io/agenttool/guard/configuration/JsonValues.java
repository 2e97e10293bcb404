package io.agenttool.guard.configuration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads JSON: each text and number, by the keys that lead to it. */
final class JsonValues {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonValues() {}

  static void read(String text, Values values) {
    Names names = new Names();
    try (JsonParser parser = FACTORY.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> names.beginMap();
          case START_ARRAY -> names.beginList();
          case END_OBJECT, END_ARRAY -> names.end();
          case FIELD_NAME -> names.key(parser.currentName());
          default -> values.value(names.ofNext(), parser.getText());
        }
      }
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      throw new NotReadable("not JSON" + (at == null ? "" : ", in line " + at.getLineNr()));
    } catch (IOException e) {
      throw new NotReadable("not JSON");
    }
  }
}
