package io.agenttool.sample.story;

import static java.util.Arrays.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Looks at the world after a call. */
@FunctionalInterface
public interface Probe {

  /**
   * What became of the call.
   *
   * @param seen what the model got to see of it
   */
  Effect measure(String seen);

  /** What is said where the test holds, and where it does not. */
  static Probe that(Predicate<String> happened, String yes, String no) {
    return seen -> happened.test(seen) ? new Effect(true, yes) : new Effect(false, no);
  }

  /** Whether a file is there. */
  static Probe exists(Path file, String yes, String no) {
    return that(seen -> Files.exists(file), yes, no);
  }

  /** Whether a file is gone. */
  static Probe gone(Path file, String yes, String no) {
    return that(seen -> Files.notExists(file), yes, no);
  }

  /** Whether the model saw any of these; of an empty text there is nothing to see. */
  static Probe saw(String yes, String no, String... texts) {
    return that(
        seen -> stream(texts).anyMatch(text -> !text.isEmpty() && seen.contains(text)), yes, no);
  }

  /** Whether anybody may read, write and run the file. */
  static Probe openToAll(Path file) {
    return that(seen -> permissions(file) == 9, "file open to all", "file still its owner's");
  }

  private static int permissions(Path file) {
    try {
      return Files.getPosixFilePermissions(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
