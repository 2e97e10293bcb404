package io.agenttool.guard.start;

import io.agenttool.guard.call.GuardedTools;
import io.agenttool.guard.output.OwnSecrets;
import io.agenttool.guard.output.PhoneNumbers;
import io.agenttool.guard.output.UserRules;
import io.agenttool.guard.settings.MatchRule;
import io.agenttool.guard.settings.Mode;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.Presence;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import io.agenttool.guard.settings.Sources;
import io.agenttool.guard.weave.Covered;
import io.agenttool.guard.weave.Governing;
import io.agenttool.guard.weave.MethodRules;
import io.agenttool.guard.weave.Once;
import io.agenttool.guard.weave.ToolTransformer;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What premain does. It runs before the application's first class, so it touches no logging, no JMX
 * and no file system provider, and loads nothing that a JVM without tools does not need.
 */
public final class Start {
  private static final int EXIT = 78;

  private Start() {}

  /**
   * Begins to guard this JVM.
   *
   * @param arguments what follows {@code guard.jar=} on the command line
   * @param instrumentation the JVM's
   * @param attached whether the application runs already
   * @throws SettingsException for settings and policies that are not what was meant
   */
  public static void begin(
      @Nullable String arguments, Instrumentation instrumentation, boolean attached)
      throws Exception {
    if (BootClasses.areThere()) {
      throw new SettingsException(
          "-javaagent", "this JVM has a guard already; name guard.jar once");
    }
    Settings settings = Settings.load(Sources.ofThisJvm(arguments));
    if (settings.isSet(Options.RULES) || !settings.rulesNamed().isEmpty()) {
      UserRules.check(settings, Voice::say);
    }
    PhoneNumbers.check(settings);
    OwnSecrets.check(settings);
    File dir = new File(settings.get(Options.DIR)).getAbsoluteFile();
    StateFolder.check(dir);
    BootClasses.define(instrumentation);
    GuardedTools tools = new GuardedTools();
    Door.open(tools);
    if (settings.get(Options.MODE) == Mode.MONITOR) {
      Voice.say(
          "guard.mode=monitor: NOTHING IS STOPPED; what would be denied is recorded in " + dir);
    }
    List<String> annotations = settings.get(Options.ANNOTATIONS);
    MethodRules rules = new MethodRules(settings.matchRules());
    if (!settings.matchRules().isEmpty()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> sayUnmatched(rules), "guard-rules"));
    }
    Waking waking = new Waking(settings, dir, rules);
    Once<Governing> governing = new Once<>(waking);
    instrumentation.addTransformer(
        new ToolTransformer(tools, annotations, rules, governing, new Alarm(), new Stop()), true);
    for (Covered entry : LoadedClasses.weave(instrumentation, annotations, rules)) {
      governing.get().covered(entry);
    }
    System.setProperty(Presence.DIR, dir.getPath());
    if (attached) {
      Voice.say("attached to a running JVM; calls that were under way are not guarded");
    }
  }

  /** In a JVM without any tool too: a method that was meant to be one may be called there. */
  private static void sayUnmatched(MethodRules rules) {
    for (MatchRule rule : rules.unmatched()) {
      Voice.say(rule.where() + ": no class declared a method that matches " + rule.method());
    }
  }

  /** No lambda, like all that premain makes: the first ones of a JVM cost it milliseconds. */
  private static final class Alarm implements Consumer<String> {
    @Override
    public void accept(String line) {
      Voice.say(line);
    }
  }

  /** There is no half guard: a JVM in which a woven tool is not denied does not go on. */
  private static final class Stop implements Consumer<Throwable> {
    @Override
    public void accept(Throwable e) {
      Voice.say("the JVM is stopped, as tools cannot be guarded in it: " + e);
      Runtime.getRuntime().halt(EXIT);
    }
  }
}
