package io.agenttool.guard.it.demo;

import java.util.List;

/** The rows, for a reader. */
final class Table {
  private static final int[] WIDTHS = {40, 40, 22, 26};

  private Table() {}

  /**
   * Lines, with a headline.
   *
   * @param what what the rows are, over their second column
   */
  static String of(String what, List<Row> rows) {
    StringBuilder text = new StringBuilder();
    line(text, "call", what, "without Guard", "with Guard", "why");
    line(text, "-".repeat(40), "-".repeat(40), "-".repeat(22), "-".repeat(26), "-".repeat(20));
    for (Row row : rows) {
      Told step = row.bare();
      line(text, step.call(), step.title(), row.without(), row.with(), row.why());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String... cells) {
    for (int i = 0; i < WIDTHS.length; i++) {
      text.append(String.format("%-" + WIDTHS[i] + "s  ", shortened(cells[i], WIDTHS[i])));
    }
    text.append(cells[WIDTHS.length]).append(System.lineSeparator());
  }

  private static String shortened(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
