package io.agenttool.guard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is deleted with all that is in it. */
public final class Scratch implements AutoCloseable {
  private final Path path;

  /**
   * Makes it.
   *
   * @param name the beginning of its name
   */
  public Scratch(String name) throws IOException {
    this.path = Files.createTempDirectory(name).toRealPath();
  }

  /** Where it is, with no symbolic link in it. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
