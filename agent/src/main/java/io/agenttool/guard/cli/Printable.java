package io.agenttool.guard.cli;

/** Text that a tool's caller chose, for a terminal. */
final class Printable {

  private Printable() {}

  /**
   * The text on one line with every character that could move the cursor, colour, hide or reorder
   * what the reader sees (ECMA-48 controls, CVE-2021-42574) written as a Unicode escape.
   */
  static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  /** {@link #text}, cut to a width. */
  static String text(String text, int width) {
    String safe = text(text);
    return safe.length() <= width ? safe : safe.substring(0, width - 1) + "…";
  }

  private static void append(StringBuilder safe, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          safe.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
      default -> safe.appendCodePoint(c);
    }
  }
}
