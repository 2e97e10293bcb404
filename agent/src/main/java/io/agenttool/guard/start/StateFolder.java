package io.agenttool.guard.start;

import io.agenttool.guard.settings.SettingsException;
import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * Whether {@code guard.dir} can be what it is for. It is made when the first tool is woven: a JVM
 * without tools leaves no trace.
 */
final class StateFolder {
  private StateFolder() {}

  static void check(File dir) {
    File there = dir;
    while (there != null && !there.exists()) {
      there = there.getParentFile();
    }
    String wrong = wrongWith(there);
    if (wrong != null) {
      throw new SettingsException(
          "guard.dir", dir + " cannot hold the audit log: " + there + " " + wrong);
    }
  }

  private static @Nullable String wrongWith(@Nullable File there) {
    if (there == null) {
      return "does not exist";
    }
    if (!there.isDirectory()) {
      return "is not a folder";
    }
    return there.canWrite() ? null : "cannot be written by this user";
  }
}
