package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.List;

/**
 * What a secret stands in, as a tool may return it.
 *
 * @param takes what may stand there: a token, any single line, or any block of lines
 * @param written how it is written there
 * @param text the text around ⟦S⟧
 */
record Surrounding(Takes takes, String written, String text) {

  /** In the order of what asks more of its place. */
  enum Takes {
    TOKEN,
    LINE,
    BLOCK
  }

  /** Reads a file of headings {@code == name takes written}, each with its text below. */
  static List<Surrounding> read(List<String> lines) {
    List<Surrounding> all = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("== ")) {
        String[] heading = line.split(" ", -1);
        Takes takes = Takes.valueOf(heading[2].toUpperCase(java.util.Locale.ROOT));
        all.add(new Surrounding(takes, heading[3], ""));
      } else if (!all.isEmpty()) {
        Surrounding last = all.remove(all.size() - 1);
        String text = last.text.isEmpty() ? line : last.text + "\n" + line;
        all.add(new Surrounding(last.takes, last.written, text));
      }
    }
    return all;
  }

  /** Whether a text that asks for {@code needed} can stand here and still mean the same. */
  boolean suits(Takes needed, boolean ownLines, String content) {
    return takes.compareTo(needed) >= 0
        && (!ownLines || written.equals("plain") || written.equals("crlf"))
        && (!written.equals("url") || content.equals(Drawing.percent(content)));
  }

  /** The filled-in text of this surrounding, with {@code content} written as it is written here. */
  String around(String filled, String content) {
    String within =
        switch (written) {
          case "plain", "url" -> content;
          case "crlf" -> content.replace("\n", "\r\n");
          case "json" -> json(content);
          case "json2" -> json(json(content));
          case "xml" ->
              content
                  .replace("&", "&amp;")
                  .replace("<", "&lt;")
                  .replace(">", "&gt;")
                  .replace("\"", "&quot;");
          case "csv" -> content.replace("\"", "\"\"");
          case "plus" -> content.replace("\n", "\n+");
          case "indent" -> content.replace("\n", "\n    ");
          case "comment" -> content.replace("\n", "\n# ");
          default -> throw new IllegalArgumentException("no such way of writing: " + written);
        };
    String whole = written.equals("crlf") ? filled.replace("\n", "\r\n") : filled;
    return whole.replace("⟦S⟧", within);
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }
}
