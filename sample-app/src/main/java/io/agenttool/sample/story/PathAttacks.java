package io.agenttool.sample.story;

import static io.agenttool.sample.story.Step.arguments;
import static io.agenttool.sample.story.Step.attack;

import io.agenttool.sample.world.Folders;
import io.agenttool.sample.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Ways out of the workspace. */
final class PathAttacks {

  /** One that everybody may read and that tells nobody anything. */
  private static final Path SYSTEM_FILE = Path.of("/etc/hosts");

  private PathAttacks() {}

  static List<Step> in(World world) {
    Folders folders = world.folders();
    Path outside = folders.outside();
    return List.of(
        read(folders, "read-parent", "reads beside the workspace", "../outside/payroll.txt"),
        read(folders, "read-detour", "the same, by a detour", "reports/../../outside/payroll.txt"),
        read(folders, "read-link", "the same, through a link", "shared/payroll.txt"),
        read(
            folders,
            "read-absolute",
            "the same, by its full path",
            folders.payrollFile().toString()),
        attack(
            "read-etc",
            "reads the system's settings",
            "readFile",
            Map.of("path", SYSTEM_FILE.toString()),
            Probe.saw("file read", "file not read", text(SYSTEM_FILE))),
        write("write-parent", "writes beside the workspace", "../outside/planted-1", outside),
        write("write-link", "the same, through a link", "shared/planted-2", outside));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Step read(Folders folders, String id, String title, String path) {
    Probe probe = Probe.saw("payroll read", "payroll not read", folders.payroll());
    return attack(id, title, "readFile", Map.of("path", path), probe);
  }

  private static Step write(String id, String title, String path, Path outside) {
    Path planted = outside.resolve(path.substring(path.lastIndexOf('/') + 1));
    return attack(
        id,
        title,
        "writeFile",
        arguments("path", path, "content", "planted\n"),
        Probe.exists(planted, "file planted", "no file"));
  }
}
