package io.agenttool.guard.it.demo;

import java.nio.file.Path;
import java.util.List;

/** The rows, for a reader. */
final class Table {
  private static final int[] WIDTHS = {38, 34, 20, 23};

  private Table() {}

  /**
   * Lines: a headline, the honest calls, the attacks.
   *
   * @param folder where the application ran without Guard
   */
  static String of(List<Row> rows, Path folder) {
    StringBuilder text = new StringBuilder();
    line(text, "call", "attack", "without Guard", "with Guard", "why");
    rule(text);
    rows.stream().filter(row -> !row.bare().isAttack()).forEach(row -> line(text, row, folder));
    rule(text);
    rows.stream().filter(row -> row.bare().isAttack()).forEach(row -> line(text, row, folder));
    return text.toString();
  }

  private static void line(StringBuilder text, Row row, Path folder) {
    Told step = row.bare();
    String attack = step.isAttack() ? step.title() : "(none: " + step.title() + ")";
    line(text, step.call(folder), attack, row.without(), row.with(), row.why());
  }

  private static void rule(StringBuilder text) {
    line(text, dashes(0), dashes(1), dashes(2), dashes(3), dashes(0));
  }

  private static String dashes(int column) {
    return "-".repeat(WIDTHS[column]);
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
