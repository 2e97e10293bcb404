package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Greeter;
import io.agenttool.guard.it.apps.Loaders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadersIT {
  /** How much may be used more after the second half of the loaders, in KiB. */
  private static final long FLAT = 2048;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aToolOfALoaderThatAsksItselfFirstIsGuarded(Jdk jdk) throws Exception {
    assertGuarded(jdk, "child-first", "io.agenttool.ToolDeniedException");
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aToolOfALoaderThatSeesTheJdkAloneIsGuarded(Jdk jdk) throws Exception {
    assertGuarded(jdk, "isolated", "java.lang.SecurityException");
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aToolThatIsInheritedIsGuardedInALoaderThatAsksItselfFirst(Jdk jdk) throws Exception {
    assertGuarded(jdk, "child-first-heir", "io.agenttool.ToolDeniedException");
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aToolThatIsInheritedIsGuardedWhereNoClassFileIsShownButWhatDeclaresItCameFirst(Jdk jdk)
      throws Exception {
    assertGuarded(jdk, "isolated-heir-known", "java.lang.SecurityException");
  }

  /** The JVM shows a class before its supertypes: what it inherits cannot be known in time. */
  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aToolThatIsInheritedFromAClassThatCannotBeSeenIsNotLoaded(Jdk jdk) throws Exception {
    Ended ended = new GuardedRun(jdk, folder).run(Loaders.class, "isolated-heir");

    assertThat(ended.out().lines()).containsExactly("java.lang.ClassFormatError");
    assertThat(ended.err()).contains("LoadedHeir$Declares", "could not be seen");
  }

  @Test
  void loadersThatAreThrownAwayLeaveNothing() throws Exception {
    String count = Boolean.getBoolean("guard.it.nightly") ? "10000" : "2000";

    Ended ended = new GuardedRun(Jdk.own(), folder).with("-Xmx256m").run(Loaders.class, count);

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.audit("outcome", "loaded")).hasSize(Integer.parseInt(count));
    assertFlat(ended, "metaspace");
    assertFlat(ended, "heap");
    assertThat(figures(ended, "alive").get(0)).isLessThan(20);
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aDebuggerIsNoObstacle(Jdk jdk) throws Exception {
    assertGreets(
        new GuardedRun(jdk, folder)
            .with("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0"));
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void guardNeedsNoUnsafe(Jdk jdk) throws Exception {
    GuardedRun run = new GuardedRun(jdk, folder);
    if (jdk.feature() >= 24) {
      run.with("--sun-misc-unsafe-memory-access=deny");
    }
    assertGreets(run);
  }

  private static void assertGreets(GuardedRun run) throws Exception {
    Ended ended = run.run(Greeter.class, "world", "mars");

    assertThat(ended.out()).contains("hello world", "denied greet by args.whom.oneOf");
    assertThat(ended.audit("outcome", "greet")).hasSize(2);
  }

  private void assertGuarded(Jdk jdk, String kind, String refusal) throws Exception {
    Ended ended = new GuardedRun(jdk, folder).with("-Xverify:all").run(Loaders.class, kind);

    assertThat(ended.out().lines()).containsExactly("true", "ran good", refusal);
    assertThat(ended.audit("intent", "loaded")).hasSize(2);
    assertThat(ended.audit("outcome", "loaded")).hasSize(2);
  }

  private static void assertFlat(Ended ended, String what) {
    List<Long> used = figures(ended, what);
    assertThat(used.get(1)).as(ended.out()).isLessThan(used.get(0) + FLAT);
  }

  private static List<Long> figures(Ended ended, String what) {
    return ended
        .out()
        .lines()
        .filter(line -> line.startsWith(what + " "))
        .map(line -> Long.valueOf(line.substring(what.length() + 1)))
        .toList();
  }
}
