package io.agenttool.guard.cli;

import java.io.File;
import java.net.URI;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** The guard.jar whose command runs. */
final class OwnJar {
  private OwnJar() {}

  /** Its absolute path; {@code null} where the command does not run from a jar. */
  static @Nullable File file() {
    URL own = OwnJar.class.getResource("OwnJar.class");
    if (own == null || !own.getProtocol().equals("jar")) {
      return null;
    }
    String path = own.getPath();
    return new File(URI.create(path.substring(0, path.indexOf("!/")))).getAbsoluteFile();
  }
}
