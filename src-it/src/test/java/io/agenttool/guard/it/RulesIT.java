package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Idle;
import io.agenttool.guard.it.apps.Legacy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesIT {
  private static final String LEGACY = Legacy.class.getName();
  private static final String POLICY =
      """
      match:
        - {method: "LEGACY$Runner#run(java.lang.String)", tool: run_command}
        - {method: "LEGACY$Base#take(**)"}
        - {method: "io.agenttool.guard.*.apps.Leg*$Plain#g*(java.lang.String)", tool: travel}
        - {method: "LEGACY$Nobody#go"}
      tools:
        run_command: {args: {command: {oneOf: [good]}}}
        take: {args: {value: {oneOf: [good]}}}
        travel: {args: {where: {oneOf: [good]}}}
      """
          .replace("LEGACY", LEGACY);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aMethodThatNobodyAnnotatedIsATool(Jdk jdk) throws Exception {
    Ended ended = new GuardedRun(jdk, folder).with("-Xverify:all").policy(POLICY).run(Legacy.class);

    assertThat(ended.exit()).isZero();
    for (String ran : new String[] {"shell-good", "generic-good", "go-good", "number-1"}) {
      assertThat(ended.out()).contains(ran);
      assertThat(folder.resolve(ran)).exists();
    }
    for (String denied : new String[] {"shell-bad", "generic-bad", "go-bad"}) {
      assertThat(folder.resolve(denied)).doesNotExist();
    }
    assertThat(ended.out()).contains("denied run_command", "denied take", "denied travel");
    assertThat(ended.audit("outcome", "run_command")).hasSize(2);
    assertThat(ended.audit("outcome", "take")).hasSize(2);
    assertThat(ended.audit("outcome", "travel")).hasSize(2);
  }

  @Test
  void withoutRulesTheSameMethodsAreNoTools() throws Exception {
    Ended ended = own().policy("mode: enforce").run(Legacy.class);

    assertThat(ended.err()).isEmpty();
    assertThat(folder.resolve("shell-bad")).exists();
    assertThat(folder.resolve(".guard")).doesNotExist();
  }

  @Test
  void aRuleThatMatchedNothingIsSaid() throws Exception {
    Ended ended = own().policy(POLICY).run(Legacy.class);

    assertThat(ended.err()).contains("guard.yaml:5:5", LEGACY + "$Nobody#go").hasLineCount(1);
    assertThat(ended.audit().toString())
        .contains("\"unmatched\"", "\"" + LEGACY + "$Nobody#go\"")
        .doesNotContain("Runner#run(java.lang.String)\",\"where\"");
  }

  @Test
  void aRuleThatMatchedNothingIsSaidInAJvmWithoutTools() throws Exception {
    Ended ended = own().policy("match: [{method: com.acme.Legacy#run}]").run(Idle.class);

    assertThat(ended.out()).isEqualTo("idle\n");
    assertThat(ended.err()).contains("guard.yaml:1:9", "com.acme.Legacy#run").hasLineCount(1);
    assertThat(folder.resolve(".guard")).doesNotExist();
  }

  @Test
  void aPatternThatCannotBeMeantStopsTheStart() throws Exception {
    Ended ended = own().policy("match: [{method: com.acme.Legacy.run}]").run(Idle.class);

    assertThat(ended.exit()).isEqualTo(78);
    assertThat(ended.err())
        .contains("guard.yaml:1:18", "'com.acme.Legacy.run'", "com.acme.*#do*")
        .hasLineCount(1);
    assertThat(ended.out()).isEmpty();
  }

  private GuardedRun own() throws Exception {
    return new GuardedRun(Jdk.own(), folder);
  }
}
