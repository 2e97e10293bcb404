package io.agenttool.guard.it.demo;

import java.util.List;

/** The rows, for a reader. */
final class Table {
  private static final int[] WIDTHS = {44, 38, 22, 26};

  private Table() {}

  /** Lines: a headline, the honest calls, the attacks. */
  static String of(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    line(text, "call", "attack", "without Guard", "with Guard", "why");
    rule(text);
    rows.stream().filter(row -> !row.bare().isAttack()).forEach(row -> line(text, row));
    rule(text);
    rows.stream().filter(row -> row.bare().isAttack()).forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, Row row) {
    Told step = row.bare();
    String attack = step.isAttack() ? step.title() : "(none: " + step.title() + ")";
    line(text, step.call(), attack, row.without(), row.with(), row.why());
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
