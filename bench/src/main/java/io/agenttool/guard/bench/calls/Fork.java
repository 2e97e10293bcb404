package io.agenttool.guard.bench.calls;

import java.nio.file.Path;
import java.util.Objects;

/** What a fork is told on its command line. */
public final class Fork {
  /** The system property that says whether Guard is there. */
  public static final String GUARDED = "bench.guarded";

  /** The system property that names the folder with the inputs; also where a fork may write. */
  public static final String FOLDER = "bench.folder";

  /** The system property that names guard.jar. */
  public static final String GUARD_JAR = "bench.guard.jar";

  /** The file that {@link Tools#readPage} reads, in the folder of the fork. */
  public static final String PAGE = "page.txt";

  private Fork() {}

  static boolean isGuarded() {
    return Boolean.getBoolean(GUARDED);
  }

  /** The folder with the inputs. */
  public static Path folder() {
    return path(FOLDER);
  }

  /** The guard.jar that is measured. */
  public static Path guardJar() {
    return path(GUARD_JAR);
  }

  private static Path path(String property) {
    return Path.of(Objects.requireNonNull(System.getProperty(property), property));
  }
}
