package io.agenttool.guard.bench;

/** A table in Markdown; every column but the first {@code texts} is of figures. */
final class Table {
  private final StringBuilder lines = new StringBuilder();

  Table(int texts, String... head) {
    row((Object[]) head);
    for (int i = 0; i < head.length; i++) {
      lines.append(i < texts ? "|---" : "|---:");
    }
    lines.append("|\n");
  }

  Table row(Object... cells) {
    for (Object cell : cells) {
      lines.append("| ").append(cell).append(' ');
    }
    lines.append("|\n");
    return this;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
