package io.agenttool.guard.args;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads a list of commands: one a line, with a sign for a newline. */
final class Lines {
  private Lines() {}

  static List<String> of(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(Lines.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# Commands"))
          .map(line -> line.replace('⏎', '\n'))
          .toList();
    }
  }
}
