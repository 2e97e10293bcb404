package io.agenttool.guard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.settings.ToolHints.SandboxHint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyMergeTest {
  private static final String METHOD = "a.B#run(java.lang.String)";
  private static final ToolHints DESTRUCTIVE = new ToolHints(true, Map.of(), null);

  @TempDir Path folder;

  @Test
  void aToolThatNobodySpeaksOfHasTheSettingsOfTheJvm() throws IOException {
    ToolPolicy policy =
        policy("args: {injection: warn}\noutput: {secrets: deny}", ToolHints.NONE, "command");

    assertThat(policy)
        .isEqualTo(
            new ToolPolicy(
                false,
                Map.of(),
                InjectionAction.WARN,
                null,
                new OutputPolicy(SecretAction.DENY, null),
                Ungoverned.DENY,
                "annotations"));
  }

  @Test
  void whatTheEntrySaysWinsOverTheSettingsOfTheJvm() throws IOException {
    ToolPolicy policy =
        policy(
            """
            output:
              {secrets: redact, actions: {jwt: mask, own: deny}, domains: {allow: [example.com]}}
            tools:
              run:
                confirm: true
                injection: deny
                output: {secrets: deny, actions: {jwt: off}, injection: warn, domains: {allow: []}}
            """,
            ToolHints.NONE);

    assertThat(policy)
        .isEqualTo(
            new ToolPolicy(
                true,
                Map.of(),
                InjectionAction.DENY,
                null,
                new OutputPolicy(
                    SecretAction.DENY,
                    Map.of("jwt", SecretAction.OFF, "own", SecretAction.DENY),
                    InjectionAction.WARN,
                    List.of()),
                Ungoverned.DENY,
                "guard.yaml:4:3"));
  }

  @Test
  void whetherAToolMayRunUngovernedIsSaidForAllAndForOne() throws IOException {
    assertThat(policy("{}", ToolHints.NONE).ungoverned()).isEqualTo(Ungoverned.DENY);
    assertThat(policy("tools: {ungoverned: warn}", ToolHints.NONE).ungoverned())
        .isEqualTo(Ungoverned.WARN);
    assertThat(policy("tools: {run: {ungoverned: warn}}", ToolHints.NONE).ungoverned())
        .isEqualTo(Ungoverned.WARN);
    assertThat(
            policy("tools: {ungoverned: warn, run: {ungoverned: deny}}", ToolHints.NONE)
                .ungoverned())
        .isEqualTo(Ungoverned.DENY);
  }

  @Test
  void theDomainsOfTheJvmHoldWhereTheEntryNamesNone() throws IOException {
    ToolPolicy policy =
        policy("output: {domains: {allow: [example.com]}}\ntools: {run: {}}", ToolHints.NONE);

    assertThat(policy.output().allowedDomains()).containsExactly("example.com");
  }

  @Test
  void aDestructiveToolIsConfirmedUnlessTheEntrySaysOtherwise() throws IOException {
    assertThat(policy("{}", DESTRUCTIVE).confirm()).isTrue();
    assertThat(policy("tools: {run: {}}", DESTRUCTIVE).confirm()).isTrue();
    assertThat(policy("tools: {run: {confirm: false}}", DESTRUCTIVE).confirm()).isFalse();
    assertThat(policy("tools: {run: {confirm: true}}", ToolHints.NONE).confirm()).isTrue();
    assertThat(policy("tools: {other: {confirm: true}}", ToolHints.NONE).confirm()).isFalse();
  }

  @Test
  void theWordsOfTheEntryWinOverThoseOfTheAnnotation() throws IOException {
    ArgPolicy annotated =
        new ArgPolicy(
            ArgKind.COMMAND, List.of("ls"), List.of("curl"), null, null, "a+", 9, null, null, null);
    ToolHints hints = new ToolHints(false, Map.of("command", annotated, "other", annotated), null);

    ToolPolicy policy =
        policy(
            "tools: {run: {args: {command: {allow: [git], deny: [], maxLength: 100}}}}",
            hints,
            "command",
            "other");

    assertThat(policy.args())
        .isEqualTo(
            Map.of(
                "command",
                new ArgPolicy(
                    ArgKind.COMMAND,
                    List.of("git"),
                    List.of(),
                    null,
                    null,
                    "a+",
                    100,
                    null,
                    null,
                    null),
                "other",
                annotated));
  }

  @Test
  void everyWordOfAnArgumentIsRead() throws IOException {
    ToolPolicy policy =
        policy(
            """
            tools:
              run:
                args:
                  path: {kind: path, within: [./work, /srv/data], base: ./work}
                  name: {pattern: "[a-z]+", maxLength: 8, oneOf: [a, "b,c"]}
                  count: {min: -1, max: 1e3}
            """,
            ToolHints.NONE,
            "path",
            "name",
            "count");

    assertThat(policy.args())
        .isEqualTo(
            Map.of(
                "path",
                new ArgPolicy(
                    ArgKind.PATH,
                    null,
                    null,
                    List.of("./work", "/srv/data"),
                    "./work",
                    null,
                    null,
                    null,
                    null,
                    null),
                "name",
                new ArgPolicy(
                    null, null, null, null, null, "[a-z]+", 8, List.of("a", "b,c"), null, null),
                "count",
                new ArgPolicy(null, null, null, null, null, null, null, null, -1.0, 1000.0)));
  }

  @Test
  void anArgumentThatTheMethodDoesNotHaveIsRefused() {
    String text = "tools:\n  run:\n    args:\n      comand: {kind: command}\n";

    refused(
        text,
        ToolHints.NONE,
        "guard.yaml:4:7: tool run has no argument 'comand'; it has: command, folder",
        "command",
        "folder");
    refused(text, ToolHints.NONE, "guard.yaml:4:7: tool run has no argument 'comand'; it has none");
  }

  @Test
  void wordsThatTheKindHasNoUseForAreRefusedWhereverTheyStand() {
    refused(
        "tools: {run: {args: {p: {within: [.]}}}}",
        ToolHints.NONE,
        "guard.yaml:1:34: argument 'p' of tool run: within needs kind: path, and its kind is text",
        "p");
    refused(
        "tools: {run: {args: {p: {kind: path}}}}",
        annotated(
            new ArgPolicy(
                ArgKind.COMMAND, List.of("ls"), null, null, null, null, null, null, null, null)),
        "@ToolArg on "
            + METHOD
            + ": argument 'p' of tool run: allow needs kind: command, and its kind is path",
        "p");
  }

  @Test
  void anAnnotationsPatternAndRangeAreChecked() {
    refused(
        "{}",
        annotated(new ArgPolicy(null, null, null, null, null, "(?<!a)b", null, null, null, null)),
        "@ToolArg on "
            + METHOD
            + ": argument 'p' of tool run: pattern '(?<!a)b' is not RE2: invalid named capture;"
            + " RE2 has no look-around and no back-references",
        "p");
    refused(
        "tools: {run: {args: {p: {max: 1}}}}",
        annotated(new ArgPolicy(null, null, null, null, null, null, null, null, 5.0, null)),
        "guard.yaml:1:31: argument 'p' of tool run: min 5.0 is greater than max 1.0",
        "p");
  }

  @Test
  void aSandboxSectionSandboxesAToolThatNobodyAnnotated() throws IOException {
    assertThat(policy("tools: {run: {sandbox: {}}}", ToolHints.NONE, "code").sandbox())
        .isEqualTo(
            new SandboxPolicy(
                "python",
                null,
                "python:3.11-slim",
                Duration.ofSeconds(30),
                256L << 20,
                64,
                16L << 20,
                1 << 20));
    assertThat(policy("tools: {run: {}}", ToolHints.NONE, "code").sandbox()).isNull();
    assertThat(policy("sandbox: {memory: 64m}", ToolHints.NONE, "code").sandbox()).isNull();
  }

  @Test
  void anAnnotatedSandboxTakesItsWordsFromTheEntryThenTheAnnotationThenTheSettings()
      throws IOException {
    ToolHints hints = new ToolHints(false, Map.of(), new SandboxHint("python", "code"));

    assertThat(policy("sandbox: {timeout: 5s, pids: 9}", hints, "code").sandbox())
        .isEqualTo(
            new SandboxPolicy(
                "python",
                "code",
                "python:3.11-slim",
                Duration.ofSeconds(5),
                256L << 20,
                9,
                16L << 20,
                1 << 20));
    assertThat(
            policy(
                    """
                    sandbox: {timeout: 5s}
                    tools:
                      run:
                        sandbox:
                          {language: python, code: script, image: mine, timeout: 1m, memory: 1g,
                           pids: 3, tmpfs: 1k, output: 2k}
                    """,
                    hints,
                    "code",
                    "script")
                .sandbox())
        .isEqualTo(
            new SandboxPolicy(
                "python", "script", "mine", Duration.ofMinutes(1), 1L << 30, 3, 1024, 2048));
  }

  @Test
  void aSandboxOfAnotherLanguageOrAnArgumentThatIsNotThereIsRefused() {
    refused(
        "{}",
        new ToolHints(false, Map.of(), new SandboxHint("ruby", null)),
        "@Sandboxed on " + METHOD + ": language 'ruby' is not python, the one language there is",
        "code");
    refused(
        "{}",
        new ToolHints(false, Map.of(), new SandboxHint("python", "kode")),
        "@Sandboxed on " + METHOD + ": tool run has no argument 'kode'; it has: code",
        "code");
    refused(
        "tools: {run: {sandbox: {code: kode}}}",
        ToolHints.NONE,
        "guard.yaml:1:31: tool run has no argument 'kode'; it has: code",
        "code");
  }

  private static ToolHints annotated(ArgPolicy policy) {
    return new ToolHints(false, Map.of("p", policy), null);
  }

  private ToolPolicy policy(String text, ToolHints hints, String... parameters) throws IOException {
    Files.writeString(folder.resolve("guard.yaml"), text);
    return Settings.load(new Sources(Map.of(), Map.of(), "policy=guard.yaml", folder.toFile()))
        .policyFor("run", hints, List.of(parameters), METHOD);
  }

  private void refused(String text, ToolHints hints, String message, String... parameters) {
    assertThatThrownBy(() -> policy(text, hints, parameters))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }
}
