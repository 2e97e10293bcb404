package io.agenttool.guard.settings;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** The characters of a policy file. */
final class PolicyText {
  /** The greatest size of a policy file, in bytes. */
  static final int LARGEST = 1 << 20;

  private PolicyText() {}

  /**
   * Reads a file.
   *
   * @param name as the user named it, for messages
   * @throws SettingsException where it cannot be read, is empty, too large or not UTF-8
   */
  static String read(File file, String name) {
    if (!file.exists()) {
      throw new SettingsException(name, "there is no such policy file (" + file + ")");
    }
    if (!file.isFile()) {
      throw new SettingsException(name, "the policy must be a regular file");
    }
    byte[] bytes;
    try (InputStream in = new FileInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      throw new SettingsException(name, "the policy file cannot be read: " + e.getMessage());
    }
    if (bytes.length > LARGEST) {
      throw new SettingsException(name, "the policy file is larger than 1 MiB");
    }
    return decode(bytes, name);
  }

  private static String decode(byte[] bytes, String name) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean bad = StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
    String text = out.flip().toString();
    if (bad) {
      throw new SettingsException(
          at(text, text.length(), name),
          "the policy file is not UTF-8 (byte 0x"
              + Integer.toHexString(in.get() & 0xff)
              + "); save it as UTF-8");
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** The place of the character at {@code index}. */
  static String at(String text, int index, String name) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Node.Position(name, line, text.codePointCount(start, index) + 1).toString();
  }
}
