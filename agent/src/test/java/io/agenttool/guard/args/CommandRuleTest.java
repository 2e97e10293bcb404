package io.agenttool.guard.args;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRuleTest {
  private static final ProgramTable PROGRAMS = ProgramTable.standard();

  static List<String> bypasses() throws IOException {
    return Lines.of("bypass.commands");
  }

  static List<String> honest() throws IOException {
    return Lines.of("honest.commands");
  }

  @ParameterizedTest
  @MethodSource("bypasses")
  void refusesEveryWayAround(String command) {
    assertThat(rule(null).check(command)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("honest")
  void letsHonestCommandsThrough(String command) {
    assertThat(rule(null).check(command)).isNull();
  }

  @Test
  void theListsAreLongEnoughToMeanSomething() throws IOException {
    assertThat(bypasses()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
    assertThat(honest()).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls",
        "ls -la | git log",
        "git status && ls",
        "ls $(git ls-files)",
        "ls 2>/dev/null",
        "ls 2>&1",
        "(ls; git status)",
        "if ls; then git status; fi",
        "git commit -F - <<E\nhello\nE",
      })
  void letsOnlyListedProgramsRun(String command) {
    assertThat(allowing("ls", "git").check(command)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat x",
        "ls; cat x",
        "ls | cat",
        "ls $(cat x)",
        "ls `cat x`",
        "ls \"$(cat x)\"",
        "ls <(cat x)",
        "./ls",
        "/bin/ls",
        "LS",
        "env ls",
        "ls > x",
        "ls >> x",
        "ls < x",
        "ls >& x",
        "A=1 ls",
        "A=1",
        "f() { ls; }; f",
        "echo",
        "cd x",
        "ls && python3 -c 1",
        "{ ls; } > x",
        "for i in a; do ls; done",
        "git -c core.pager=cat log",
      })
  void refusesEveryProgramThatIsNotListed(String command) {
    assertThat(allowing("ls", "git").check(command)).isNotNull();
  }

  @Test
  void aPathIsAllowedOnlyAsItIsListed() {
    assertThat(allowing("/bin/ls").check("/bin/ls -l")).isNull();
    assertThat(allowing("/bin/ls").check("ls -l")).isNotNull();
  }

  @Test
  void codeInsideOfTheLineIsForListedInterpretersOnly() {
    assertThat(allowing("python3").check("python3 -c 'print(1)'")).isNull();
    assertThat(allowing("python3").check("curl x | python3")).isNotNull();
    assertThat(allowing("sh", "ls").check("sh -c 'ls'")).isNull();
    assertThat(allowing("sh", "ls").check("sh -c 'cat x'")).isNotNull();
  }

  @Test
  void theAllowListDoesNotLiftWhatIsAlwaysRefused() {
    assertThat(allowing("sudo", "ls").check("sudo ls")).isNotNull();
    assertThat(allowing("rm").check("rm -rf x")).isNotNull();
    assertThat(allowing("rm").check("rm x")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git push",
        "git push origin main",
        "\"git\" 'push'",
        "g\\it pu\\sh",
        "/usr/bin/git push",
        "git -C dir push",
        "git --no-pager push",
        "git --git-dir=x push",
        "git --git-dir x push",
        "git --some-option value push",
        "git $(echo push)",
        "x=push; git $x",
        "git \"$x\"",
        "env git push",
        "sh -c 'git push'",
        "ls; git push",
        "git -C $x",
        "docker run --privileged x",
        "docker run -it --privileged=true x",
        "docker --debug run --privileged x",
        "git clean -f -d -x",
        "git clean -xfd",
      })
  void refusesTheWordsOfThePolicyInAnySpelling(String command) {
    assertThat(denying("git push", "docker run --privileged", "git clean -fdx").check(command))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git pull",
        "git commit -m push",
        "git log push",
        "gitk push",
        "echo git push",
        "docker run x",
        "docker ps --privileged",
        "git clean -fd",
        "git -C push status",
      })
  void letsOtherWordsThrough(String command) {
    assertThat(denying("git push", "docker run --privileged", "git clean -fdx").check(command))
        .isNull();
  }

  @Test
  void saysWhatWasRefusedWithoutRepeatingTheCommand() {
    Broken broken = rule(null).check("sudo cat /secret-" + "x".repeat(5000));
    assertThat(broken).isNotNull();
    assertThat(broken.word()).isEqualTo("deny");
    assertThat(broken.reason()).contains("sudo").doesNotContain("secret").hasSizeLessThan(200);
    String name = "y".repeat(5000);
    assertThat(allowing("ls").check(name)).isNotNull();
    assertThat(String.valueOf(allowing("ls").check(name))).hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "$(",
        "`",
        "{ ",
        "if true; then ",
        "\"$(",
        "${x:-",
        "sh -c ",
        "a()",
        "$'",
        "env ",
        "! "
      })
  void refusesWhatIsNestedTooDeepWithoutFailing(String opening) {
    assertThat(rule(null).check(opening.repeat(5000) + "rm -rf x")).isNotNull();
  }

  @Test
  void refusesControlCharactersAndEndlessText() {
    assertThat(rule(null).check("ls\0")).isNotNull();
    assertThat(rule(null).check("ls\r")).isNotNull();
    assertThat(rule(null).check("ls " + "a ".repeat(40_000))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo [", "chmod +r", "sed s/a/", "awk ((", "x=[", "find /", "rm -"})
  void longArgumentsAreReadInLinearTime(String opening) {
    String line = opening + opening.substring(opening.length() - 1).repeat(30_000);
    rule(null).check(line);
    assertThat(rule(null).check(line + "; rm -rf x")).isNotNull();
  }

  @Test
  @SuppressWarnings("UnnecessaryStringBuilder")
  void readsTextOfEveryType() {
    assertThat(rule(null).check(new StringBuilder("rm -rf x"))).isNotNull();
    assertThat(rule(null).check("rm -rf x".toCharArray())).isNotNull();
    assertThat(rule(null).check("ls".toCharArray())).isNull();
  }

  private static CommandRule rule(@Nullable List<String> allow, String... deny) {
    return new CommandRule(
        allow, Arrays.stream(deny).map(CommandRuleTest::words).toList(), PROGRAMS);
  }

  private static DenyWords words(String entry) {
    DenyWords words = DenyWords.read(entry);
    assertThat(words).isNotNull();
    return words;
  }

  private static CommandRule allowing(String... programs) {
    return rule(List.of(programs));
  }

  private static CommandRule denying(String... entries) {
    return rule(null, entries);
  }
}
