package io.agenttool.guard.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an application's values as JSON for people to read: redacted first, cut after, so that no
 * half of a secret is left at a cut.
 *
 * <p>What is not plain JSON is an object with a member that begins with {@code @}: {@code @type}
 * the class of an application's object or of one that cannot be looked into, {@code @cut} the
 * beginning of a long text with its length and SHA-256 after redaction, {@code @more} how many
 * items are left out, or the class of an object that lies too deep, {@code @cycle} the class of an
 * object that contains itself.
 */
public final class Rendering implements Values.Parts {
  /** How long a text of the audit log is before it is cut, in UTF-16 units. */
  public static final int LOGGED_TEXT = 4096;

  /** How much text there is in all, in UTF-16 units. */
  public static final int MOST_TEXT = 64 * 1024;

  private static final int DEEPEST = 8;
  private static final int MOST_ITEMS = 100;
  private static final int MOST_PARTS = 1000;

  /** Fewer bytes than these can be guessed from their digest. */
  private static final int LEAST_DIGESTED = 32;

  private final JsonGenerator out;
  private final Redaction redaction;
  private final int longestText;
  private final List<Object> path = new ArrayList<>();
  private int parts = MOST_PARTS;
  private int room = MOST_TEXT;
  private boolean whole = true;

  /**
   * Writes to {@code out}; the bounds hold for all that one of these writes.
   *
   * @param longestText how long a text is before it is cut, in UTF-16 units
   */
  public Rendering(JsonGenerator out, Redaction redaction, int longestText) {
    this.out = out;
    this.redaction = redaction;
    this.longestText = longestText;
  }

  /** Whether nothing was cut or left out, but for secrets and bytes. */
  public boolean isWhole() {
    return whole;
  }

  /** Writes a member with its value; the value is hidden where the name says it is a secret. */
  public void member(String name, @Nullable Object value) throws IOException {
    out.writeFieldName(shortened(redaction.text(name)));
    if (value != null && redaction.hides(name)) {
      out.writeString(Redaction.HIDDEN);
    } else {
      value(value);
    }
  }

  /** Writes a value. */
  public void value(@Nullable Object value) throws IOException {
    if (value != null && (parts-- <= 0 || path.size() > DEEPEST)) {
      whole = false;
      marker("@more", value.getClass().getTypeName());
      return;
    }
    for (Object above : path) {
      if (above == value) {
        marker("@cycle", above.getClass().getTypeName());
        return;
      }
    }
    Values.read(value, this);
  }

  @Override
  public void nothing() throws IOException {
    out.writeNull();
  }

  @Override
  public void flag(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  @Override
  public void number(Number value) throws IOException {
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte) {
      out.writeNumber(value.longValue());
    } else if (value instanceof Double || value instanceof Float) {
      double number = value.doubleValue();
      if (Double.isFinite(number)) {
        out.writeNumber(value.toString());
      } else {
        out.writeString(value.toString());
      }
    } else {
      text(value.toString());
    }
  }

  @Override
  public void text(String value) throws IOException {
    String safe = redaction.text(value);
    int fits = Math.min(longestText, Math.max(0, room));
    room -= Math.min(safe.length(), fits);
    if (safe.length() <= fits) {
      out.writeString(safe);
      return;
    }
    whole = false;
    byte[] all = safe.getBytes(UTF_8);
    out.writeStartObject();
    out.writeStringField("@cut", safe.substring(0, fits));
    out.writeNumberField("length", safe.length());
    out.writeStringField("sha256", Sha256.hex(all, 0, all.length));
    out.writeEndObject();
  }

  @Override
  public void leaf(Class<?> type, String value) throws IOException {
    text(value);
  }

  @Override
  public void bytes(byte[] value) throws IOException {
    out.writeStartObject();
    out.writeStringField("@type", "byte[]");
    out.writeNumberField("length", value.length);
    if (value.length >= LEAST_DIGESTED) {
      out.writeStringField("sha256", Sha256.hex(value, 0, value.length));
    }
    out.writeEndObject();
  }

  @Override
  public void items(Object container, List<@Nullable Object> items, int size) throws IOException {
    path.add(container);
    out.writeStartArray();
    int shown = 0;
    int most = Math.min(items.size(), MOST_ITEMS);
    while (shown < most && parts > 0) {
      value(items.get(shown++));
    }
    if (shown < size) {
      whole = false;
      marker("@more", size - shown);
    }
    out.writeEndArray();
    path.remove(path.size() - 1);
  }

  @Override
  public void entries(Object container, List<@Nullable Object> keysAndValues, int size)
      throws IOException {
    path.add(container);
    out.writeStartObject();
    int shown = 0;
    int most = Math.min(keysAndValues.size() / 2, MOST_ITEMS);
    while (shown < most && parts > 0) {
      member(key(keysAndValues.get(2 * shown), shown), keysAndValues.get(2 * shown + 1));
      shown++;
    }
    if (shown < size) {
      whole = false;
      out.writeNumberField("@more", size - shown);
    }
    out.writeEndObject();
    path.remove(path.size() - 1);
  }

  /** A key as text; one that is an object of the application is named by its class and place. */
  private String key(@Nullable Object key, int place) {
    if (key == null) {
      return "null";
    }
    if (key instanceof Enum<?> constant) {
      return constant.name();
    }
    boolean number = key instanceof Number && Fields.isOfTheJdk(key.getClass());
    if (key instanceof String || key instanceof Boolean || number || Values.isLeaf(key)) {
      return key.toString();
    }
    whole = false;
    return key.getClass().getTypeName() + "@" + place;
  }

  @Override
  public void fields(Object object, List<Field> fields) throws IOException {
    path.add(object);
    out.writeStartObject();
    out.writeStringField("@type", object.getClass().getTypeName());
    for (Field field : fields) {
      if (parts <= 0) {
        whole = false;
        break;
      }
      try {
        member(field.getName(), field.get(object));
      } catch (IllegalAccessException e) {
        throw new IOException(e);
      }
    }
    out.writeEndObject();
    path.remove(path.size() - 1);
  }

  @Override
  public void opaque(Object object) throws IOException {
    whole = false;
    marker("@type", object.getClass().getTypeName());
  }

  @Override
  public int limit() {
    return MOST_ITEMS;
  }

  private void marker(String name, Object what) throws IOException {
    out.writeStartObject();
    if (what instanceof Integer count) {
      out.writeNumberField(name, count);
    } else {
      out.writeStringField(name, what.toString());
    }
    out.writeEndObject();
  }

  private String shortened(String name) {
    if (name.length() <= LOGGED_TEXT) {
      return name;
    }
    whole = false;
    return name.substring(0, LOGGED_TEXT);
  }
}
