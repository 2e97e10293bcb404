package io.agenttool.guard.args;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kind {@code path}: where the path really leads, through every symbolic link, has to be inside of
 * one of the folders of {@code within}; and never in the system's own folders. What another reader
 * could take for a different path ({@code ..}, {@code ~}, escapes, backslashes, URLs) is refused
 * (CWE-22, CWE-59).
 *
 * <p>A folder of the system that a folder of {@code within}, or the base, lies in is not refused
 * where it contains the path: whoever wrote it meant it.
 *
 * <p>Known gap: between this check and the tool's own opening of the file, another process can swap
 * a folder for a link (CWE-367).
 */
final class PathRule implements Rule {
  private static final Pattern ESCAPED =
      Pattern.compile("%(2e|2f|5c|00|25|c0|c1|7e|u)", Pattern.CASE_INSENSITIVE);
  private static final Pattern URL =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*|(?i)(file|jar|data):.*", Pattern.DOTALL);
  private static final List<Path> SYSTEM =
      List.of(
          Path.of("/etc"), Path.of("/root"), Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

  /** PATH_MAX of Linux. */
  private static final int MAX_LENGTH = 4096;

  private final @Nullable List<Path> within;
  private final String roots;
  private final Path base;
  private final boolean baseIsSet;

  /**
   * @param within absolute folders, {@code null} for any
   * @param roots these as the policy has them, for messages
   * @param base the absolute folder that relative paths are resolved against
   * @param baseIsSet whether the policy says so
   */
  PathRule(@Nullable List<Path> within, String roots, Path base, boolean baseIsSet) {
    this.within = within;
    this.roots = roots;
    this.base = base;
    this.baseIsSet = baseIsSet;
  }

  @Override
  public @Nullable Broken check(Object value) {
    String text = text(value);
    if (text == null) {
      return new Broken("kind", "has to be the path of a file of this machine");
    }
    if (text.length() > MAX_LENGTH) {
      return new Broken("kind", "is longer than a path may be, " + MAX_LENGTH + " characters");
    }
    String trick = trick(text);
    if (trick != null) {
      return new Broken("kind", "may not have " + trick + "; give a plain path");
    }
    try {
      Path path = Path.of(text);
      return inPlace(base.resolve(path), path.isAbsolute());
    } catch (InvalidPathException e) {
      return new Broken("kind", "is not a path of this machine");
    } catch (IOException e) {
      return new Broken("kind", "leads to where the file system does not answer");
    }
  }

  private static @Nullable String text(Object value) {
    if (value instanceof File file) {
      return file.getPath();
    }
    if (value instanceof Path path) {
      return path.getFileSystem() == FileSystems.getDefault() ? path.toString() : null;
    }
    return value instanceof Enum<?> ? null : Leaves.text(value);
  }

  private static @Nullable String trick(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        return "a control character";
      }
      if (c == '\\') {
        return "a backslash";
      }
    }
    if (text.startsWith("~")) {
      return "a ~, which only shells resolve";
    }
    if (ESCAPED.matcher(text).find()) {
      return "escapes such as %2e";
    }
    if (URL.matcher(text).matches()) {
      return "the form of a URL";
    }
    for (String name : text.split("/", -1)) {
      if (name.strip().equals("..")) {
        return "the name ..";
      }
    }
    return null;
  }

  private @Nullable Broken inPlace(Path path, boolean absolute) throws IOException {
    Path real = RealPath.of(path);
    List<Path> meant = new ArrayList<>();
    for (Path root : within == null ? List.of(base) : within) {
      Path realRoot = RealPath.of(root);
      if (real.startsWith(realRoot)) {
        meant.add(realRoot);
      }
    }
    for (Path system : SYSTEM) {
      boolean named = meant.stream().anyMatch(root -> isBelow(root, system));
      if (!named
          && (path.startsWith(system)
              || real.startsWith(system)
              || real.startsWith(RealPath.of(system)))) {
        return new Broken(
            within == null ? "kind" : "within", "may not lead to the system's folder " + system);
      }
    }
    if (within == null || !meant.isEmpty()) {
      return null;
    }
    String hint =
        absolute
            ? ""
            : baseIsSet
                ? "; relative paths are resolved against its base"
                : "; relative paths are resolved against the JVM's working directory, unless the"
                    + " policy sets base";
    return new Broken("within", "has to lead to a place inside of " + roots + hint);
  }

  private static boolean isBelow(Path root, Path system) {
    return root.startsWith(system) && !root.equals(system);
  }
}
