package io.agenttool.guard.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a value in full: two values that a tool could tell apart have two fingerprints.
 *
 * <p>What is digested is self-delimiting, after the manner of bencode: {@code n} null, {@code t}
 * and {@code f}, {@code s5:hello} text by its UTF-8 bytes ({@code u} and UTF-16BE for text with a
 * surrogate alone, which UTF-8 has no bytes for), {@code b3:...} bytes, {@code v} with type and
 * text for numbers, dates and the like, {@code l} type items {@code e}, {@code m} type keys and
 * values {@code e}, {@code o} type, names and values of fields {@code e}, {@code r2;} for an object
 * that is two levels up. Types and names are texts themselves.
 *
 * @param sha256 in hexadecimal
 * @param unreadable the class of an object that could not be read, so that the fingerprint does not
 *     bind what is in it; {@code null} where it binds everything
 */
public record Fingerprint(String sha256, @Nullable String unreadable) {
  private static final int DEEPEST = 100;

  /** Whether the fingerprint binds all of the value. */
  public boolean complete() {
    return unreadable == null;
  }

  /**
   * Digests a value.
   *
   * @param mostParts after how many objects it gives up, which makes it incomplete
   */
  public static Fingerprint of(@Nullable Object value, int mostParts) {
    Digester digester = new Digester(mostParts);
    try {
      digester.add(value);
    } catch (IOException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return new Fingerprint(HexFormat.of().formatHex(digester.sha.digest()), digester.unreadable);
  }

  private static final class Digester implements Values.Parts {
    private final MessageDigest sha = Sha256.create();
    private final List<Object> path = new ArrayList<>();
    private int left;
    private @Nullable String unreadable;

    Digester(int mostParts) {
      this.left = mostParts;
    }

    void add(@Nullable Object value) throws IOException, IllegalAccessException {
      if (unreadable != null) {
        return;
      }
      if (value != null && (left-- <= 0 || path.size() >= DEEPEST)) {
        unreadable = "too much in " + value.getClass().getTypeName();
        return;
      }
      for (int up = 1; up <= path.size(); up++) {
        if (path.get(path.size() - up) == value) {
          ascii("r" + up + ";");
          return;
        }
      }
      Values.read(value, this);
    }

    @Override
    public void nothing() {
      ascii("n");
    }

    @Override
    public void flag(boolean value) {
      ascii(value ? "t" : "f");
    }

    @Override
    public void number(Number value) {
      leaf(value.getClass(), value.toString());
    }

    @Override
    public void text(String value) {
      try {
        ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(value));
        ascii("s" + bytes.remaining() + ":");
        sha.update(bytes);
      } catch (CharacterCodingException unpaired) {
        ascii("u" + 2L * value.length() + ":");
        // A surrogate alone must not become the replacement character, which others become too.
        ByteBuffer units = ByteBuffer.allocate(2 * value.length());
        units.asCharBuffer().put(value);
        sha.update(units);
      }
    }

    @Override
    public void leaf(Class<?> type, String value) {
      ascii("v");
      text(type.getTypeName());
      text(value);
    }

    @Override
    public void bytes(byte[] value) {
      ascii("b" + value.length + ":");
      sha.update(value);
    }

    @Override
    public void items(Object container, List<@Nullable Object> items, int size) throws IOException {
      all("l", container, items, size);
    }

    @Override
    public void entries(Object container, List<@Nullable Object> keysAndValues, int size)
        throws IOException {
      all("m", container, keysAndValues, 2 * size);
    }

    private void all(String tag, Object container, List<@Nullable Object> parts, int size)
        throws IOException {
      if (parts.size() < size) {
        opaque(container);
        return;
      }
      open(tag, container);
      try {
        for (Object part : parts) {
          add(part);
        }
      } catch (IllegalAccessException e) {
        opaque(container);
      }
      close();
    }

    @Override
    public void fields(Object object, List<Field> fields) throws IOException {
      open("o", object);
      try {
        for (Field field : fields) {
          text(field.getName());
          add(field.get(object));
        }
      } catch (IllegalAccessException e) {
        opaque(object);
      }
      close();
    }

    @Override
    public void opaque(Object object) {
      if (unreadable == null) {
        unreadable = object.getClass().getTypeName();
      }
    }

    @Override
    public int limit() {
      return Math.max(0, left);
    }

    private void open(String tag, Object container) {
      ascii(tag);
      text(container.getClass().getTypeName());
      path.add(container);
    }

    private void close() {
      path.remove(path.size() - 1);
      ascii("e");
    }

    private void ascii(String text) {
      sha.update(text.getBytes(ISO_8859_1));
    }
  }
}
