package io.agenttool.guard.cli;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.evidence.OwnerOnly;
import io.agenttool.guard.sandbox.Execution;
import io.agenttool.guard.sandbox.Sandbox;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.SandboxPolicy;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import io.agenttool.guard.settings.Sources;
import io.agenttool.guard.settings.ToolHints;
import io.agenttool.guard.settings.ToolHints.SandboxHint;
import java.io.File;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What stands in the way of guarding a JVM that is started like this one. */
@Command(
    name = "doctor",
    description =
        "Checks Java, the settings and their policy, guard.dir and the sandbox, as this folder,"
            + " environment and java -Dguard.… options give them; exits 1 if one is not well.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final int OLDEST = 17;

  private final PrintStream out;
  private int exit = Main.GOOD;

  DoctorCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    java();
    Settings settings = settings();
    if (settings != null) {
      dir(new File(settings.get(Options.DIR)));
      sandbox(settings);
    }
    return exit;
  }

  private void java() {
    Runtime.Version version = Runtime.version();
    String found = version + " in " + System.getProperty("java.home");
    if (version.feature() < OLDEST) {
      bad("java", found + ": Guard needs " + OLDEST + " or newer");
    } else if (ModuleLayer.boot().findModule("java.instrument").isEmpty()) {
      bad("java", found + " has no module java.instrument: add it to the image");
    } else {
      good("java", found);
    }
  }

  private @Nullable Settings settings() {
    try {
      Settings settings = Settings.load(Sources.ofThisJvm(null));
      String policy = settings.get(Options.POLICY);
      good(
          "settings",
          "mode " + settings.get(Options.MODE).name().toLowerCase(java.util.Locale.ROOT));
      good(
          "policy",
          policy.isEmpty()
              ? "none; tools are guarded by their annotations"
              : policy + ": " + settings.toolsNamed().size() + " tools");
      return settings;
    } catch (SettingsException e) {
      bad("settings", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void dir(File dir) {
    File there = dir.getAbsoluteFile();
    if (there.exists()) {
      try {
        good("guard.dir", OwnerOnly.folder("guard.dir", there) + " can be written");
      } catch (SettingsException e) {
        bad("guard.dir", String.valueOf(e.getMessage()));
      }
      return;
    }
    File above = there;
    while (above != null && !above.exists()) {
      above = above.getParentFile();
    }
    if (above != null && above.isDirectory() && above.canWrite()) {
      good("guard.dir", there + " will be made");
    } else {
      bad("guard.dir", there + " cannot be made: " + above + " cannot be written by this user");
    }
  }

  /** The whole way, with a program that does nothing: an engine that answers is not yet one. */
  private void sandbox(Settings settings) {
    String host = settings.get(Options.SANDBOX_HOST);
    String image = settings.get(Options.SANDBOX_IMAGE);
    try {
      ToolHints hints = new ToolHints(false, Map.of(), new SandboxHint("python", null));
      SandboxPolicy policy =
          settings.policyFor("guard.doctor", hints, List.of("code"), "guard.doctor").sandbox();
      if (policy == null) {
        throw new Denied("sandbox.refused", "the policy takes the sandbox away");
      }
      Execution run = new Sandbox(host).run(policy, new byte[0]);
      if (run.success()) {
        good("sandbox", image + " runs at " + host);
      } else {
        bad("sandbox", image + " at " + host + " ended with exit code " + run.exitCode());
      }
    } catch (Denied | SettingsException | IllegalArgumentException e) {
      bad("sandbox", e.getMessage() + " (needed by @Sandboxed tools only)");
    }
  }

  private void good(String what, String found) {
    out.println(Printable.text(String.format("ok    %-10s %s", what, found)));
  }

  private void bad(String what, String found) {
    exit = Main.FINDING;
    out.println(Printable.text(String.format("WRONG %-10s %s", what, found)));
  }
}
