package io.agenttool.guard.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.agenttool.guard.evidence.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The coverage ledger, for people or for machines. What calls can pass by, or is refused, comes
 * last, with the reason.
 */
final class LedgerTable {
  private static final List<String> COLUMNS =
      List.of("tool", "framework", "coverage", "policy", "by", "method");
  private static final List<String> WELL = List.of("woven", "abstract");

  private final List<Map<String, @Nullable String>> well = new ArrayList<>();
  private final List<Map<String, @Nullable String>> rest = new ArrayList<>();

  /** Takes an entry, as the audit log has it. */
  void add(Map<String, @Nullable String> entry) {
    (WELL.contains(text(entry, "coverage")) ? well : rest).add(entry);
  }

  /** Whether calls of one of them pass by Guard. */
  boolean isOpen() {
    return rest.stream().anyMatch(entry -> text(entry, "coverage").equals("ungoverned"));
  }

  /** Prints a table under the names of its columns; nothing where there are no entries. */
  void print(PrintStream out) {
    List<Map<String, @Nullable String>> all = new ArrayList<>(well);
    all.addAll(rest);
    if (all.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    all.forEach(entry -> rows.add(cells(entry)));
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < COLUMNS.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        String cell = rows.get(row).get(column);
        line.append(cell).append(" ".repeat(width - cell.length() + 2));
      }
      out.println(line.toString().stripTrailing());
      if (row > well.size()) {
        out.println("    " + Printable.text(text(all.get(row - 1), "why")));
      }
    }
  }

  private static List<String> cells(Map<String, @Nullable String> entry) {
    List<String> cells = new ArrayList<>();
    for (String column : COLUMNS) {
      String text = text(entry, column);
      if (column.equals("method") && text.isEmpty()) {
        text = text(entry, "class");
      }
      cells.add(Printable.text(text.isEmpty() ? "-" : text));
    }
    return cells;
  }

  /** Prints an object a line, with the members of the audit log's events. */
  void printJson(PrintStream out) throws IOException {
    List<Map<String, @Nullable String>> all = new ArrayList<>(well);
    all.addAll(rest);
    for (Map<String, @Nullable String> entry : all) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (JsonGenerator json = Json.generator(bytes)) {
        json.writeStartObject();
        for (Map.Entry<String, @Nullable String> member : entry.entrySet()) {
          json.writeStringField(member.getKey(), member.getValue());
        }
        json.writeEndObject();
      }
      out.println(bytes.toString(StandardCharsets.US_ASCII));
    }
  }

  private static String text(Map<String, @Nullable String> entry, String name) {
    return Objects.requireNonNullElse(entry.get(name), "");
  }
}
