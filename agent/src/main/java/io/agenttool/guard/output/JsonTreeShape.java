package io.agenttool.guard.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON trees of libraries, known by name: looked at as their text, and read again from the filtered
 * text by the library itself. The text is JSON before and after, since a marker needs no escape.
 *
 * @param write makes the text
 * @param read makes the tree again
 */
record JsonTreeShape(Class<?> type, Writer write, Reader read) implements Shape {

  /** Makes a tree's text. */
  interface Writer {
    String text(Object tree);
  }

  /** Makes a tree from its text. */
  interface Reader {
    @Nullable Object tree(String text, Class<?> type, Object like)
        throws ReflectiveOperationException;
  }

  private record Row(String type, Reader read) {}

  private static final List<Row> TABLE =
      List.of(
          new Row("com.fasterxml.jackson.databind.JsonNode", JsonTreeShape::jackson),
          new Row("tools.jackson.databind.JsonNode", JsonTreeShape::jackson),
          new Row("com.google.gson.JsonElement", JsonTreeShape::gson),
          new Row("jakarta.json.JsonStructure", JsonTreeShape::jakarta),
          new Row("javax.json.JsonStructure", JsonTreeShape::jakarta),
          new Row("org.json.JSONObject", JsonTreeShape::orgJson),
          new Row("org.json.JSONArray", JsonTreeShape::orgJson));

  /** The shape of {@code type}, where it or a supertype is such a class; {@code null} for none. */
  static @Nullable Shape of(Class<?> type) {
    for (Row row : TABLE) {
      Class<?> known = ByName.supertype(type, row.type());
      if (known != null) {
        return new JsonTreeShape(known, Object::toString, row.read());
      }
    }
    return null;
  }

  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.text(write.text(value));
  }

  @Override
  public @Nullable Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding)
      throws ReflectiveOperationException {
    String text = write.text(value);
    String clean = rebuilding.text(text);
    return clean.equals(text) ? value : read.tree(clean, type, value);
  }

  private static @Nullable Object jackson(String text, Class<?> type, Object like)
      throws ReflectiveOperationException {
    String databind = type.getPackageName();
    Class<?> mapper = Class.forName(databind + ".ObjectMapper", true, type.getClassLoader());
    Object instance = mapper.getConstructor().newInstance();
    return mapper.getMethod("readTree", String.class).invoke(instance, text);
  }

  private static @Nullable Object gson(String text, Class<?> type, Object like)
      throws ReflectiveOperationException {
    Class<?> parser = Class.forName("com.google.gson.JsonParser", true, type.getClassLoader());
    return parser.getMethod("parseString", String.class).invoke(null, text);
  }

  private static @Nullable Object jakarta(String text, Class<?> type, Object like)
      throws ReflectiveOperationException {
    Class<?> json = Class.forName(type.getPackageName() + ".Json", true, type.getClassLoader());
    Object reader =
        json.getMethod("createReader", java.io.Reader.class)
            .invoke(null, new java.io.StringReader(text));
    Class<?> readerType =
        Class.forName(type.getPackageName() + ".JsonReader", true, type.getClassLoader());
    return readerType.getMethod("read").invoke(reader);
  }

  private static Object orgJson(String text, Class<?> type, Object like)
      throws ReflectiveOperationException {
    return type.getConstructor(String.class).newInstance(text);
  }
}
