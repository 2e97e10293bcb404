package io.agenttool.guard.it.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A step of the story as the sample application told it.
 *
 * @param id its name
 * @param kind {@code honest} or {@code attack}
 * @param title what it sets out to do
 * @param tool the tool called
 * @param arguments its arguments, in order
 * @param missing programs that this machine lacks, so that the effect could not show on it
 * @param happened whether it did what it set out to do
 * @param effect what was seen in the world
 * @param saw what the model got to see
 */
record Told(
    String id,
    String kind,
    String title,
    String tool,
    Map<String, Object> arguments,
    List<String> missing,
    boolean happened,
    String effect,
    String saw) {

  /** Reads a transcript. */
  static List<Told> read(Path transcript) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Told> steps = new ArrayList<>();
    for (String line : Files.readAllLines(transcript)) {
      steps.add(json.readValue(line, Told.class));
    }
    return steps;
  }

  /** Whether the document, and not the user, wanted it. */
  boolean isAttack() {
    return kind.equals("attack");
  }

  /**
   * The tool and the arguments, on one line.
   *
   * @param folder where the application ran: {@code $PWD} in what is returned
   */
  String call(Path folder) {
    StringBuilder text = new StringBuilder(tool);
    for (Object argument : arguments.values()) {
      text.append(' ').append(argument.toString().strip().replaceAll("\\s*\\n\\s*", "; "));
    }
    return text.toString().replace(folder.toString(), "$PWD");
  }
}
