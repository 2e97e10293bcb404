package io.agenttool.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenttool.sample.story.Effect;
import io.agenttool.sample.story.Step;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What happened: a file with one JSON object a step, and words for a reader on standard output.
 *
 * <p>The members of an object: {@code id}, {@code kind} ({@code honest} or {@code attack}), {@code
 * title}, {@code tool}, {@code arguments}, {@code missing} (programs that this machine lacks, so
 * that the effect could not show), {@code happened}, {@code effect}, {@code saw} (what the model
 * got to see).
 */
final class Transcript implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final BufferedWriter file;

  Transcript(Path file) throws IOException {
    this.file = Files.newBufferedWriter(file);
  }

  void asks(Step step) throws JsonProcessingException {
    System.out.println();
    System.out.println("user       " + step.user());
    System.out.println(
        "assistant  " + step.tool() + " " + json.writeValueAsString(step.arguments()));
  }

  void ended(Step step, List<String> missing, Effect effect, String saw) throws IOException {
    System.out.println("tool       " + saw.strip().replace("\n", "\n           "));
    System.out.println("effect     " + (missing.isEmpty() ? effect.text() : "no " + missing));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", step.id());
    line.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
    line.put("title", step.title());
    line.put("tool", step.tool());
    line.put("arguments", step.arguments());
    line.put("missing", missing);
    line.put("happened", effect.happened());
    line.put("effect", effect.text());
    line.put("saw", saw);
    file.write(json.writeValueAsString(line));
    file.newLine();
    file.flush();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
