package io.agenttool.guard.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How a file of configuration is written, by the end of its name. */
enum Format {
  /** Java's: UTF-8 as frameworks read it today, and ISO 8859-1 as the JDK's format says. */
  PROPERTIES(".properties") {
    @Override
    void read(String fileName, byte[] bytes, Values values) {
      String utf8 = utf8(bytes);
      Properties properties = new Properties();
      try {
        properties.load(
            new StringReader(utf8 == null ? new String(bytes, StandardCharsets.ISO_8859_1) : utf8));
      } catch (IOException | IllegalArgumentException e) {
        throw new NotReadable("not properties: an escape \\u needs four hexadecimal digits");
      }
      for (String name : properties.stringPropertyNames()) {
        values.value(name, properties.getProperty(name, ""));
      }
    }
  },

  /** YAML, with anchors and several documents. */
  YAML(".yaml", ".yml") {
    @Override
    void read(String fileName, byte[] bytes, Values values) {
      YamlValues.read(text(bytes), values);
    }
  },

  /** JSON. */
  JSON(".json") {
    @Override
    void read(String fileName, byte[] bytes, Values values) {
      JsonValues.read(text(bytes), values);
    }
  },

  /** Lines of {@code NAME=value}, as shells and Compose read them. */
  ENV(".env") {
    @Override
    void read(String fileName, byte[] bytes, Values values) {
      DotEnv.read(text(bytes), values);
    }
  },

  /**
   * A file that is one value, under its own name. What is not text, such as a key store, has none.
   */
  MOUNTED {
    @Override
    void read(String fileName, byte[] bytes, Values values) {
      String utf8 = utf8(bytes);
      if (utf8 != null) {
        values.value(fileName, utf8.strip());
      }
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // a List.of is
  private final List<String> endings;

  Format(String... endings) {
    this.endings = List.of(endings);
  }

  /**
   * Tells {@code values} of what the file says.
   *
   * @throws NotReadable where it is not written so
   */
  abstract void read(String fileName, byte[] bytes, Values values);

  /** The format of a file of that name; {@code null} where the name does not say. */
  static @Nullable Format of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      for (String ending : format.endings) {
        if (lower.endsWith(ending)) {
          return format;
        }
      }
    }
    return null;
  }

  /** The ends of names that say it, for messages. */
  static String endings() {
    StringBuilder all = new StringBuilder();
    for (Format format : values()) {
      for (String ending : format.endings) {
        all.append(all.length() == 0 ? "*" : ", *").append(ending);
      }
    }
    return all.toString();
  }

  private static String text(byte[] bytes) {
    String text = utf8(bytes);
    if (text == null) {
      throw new NotReadable("it is not UTF-8");
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
