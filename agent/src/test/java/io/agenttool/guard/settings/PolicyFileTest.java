package io.agenttool.guard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {
  private static final String TOP =
      "known: dir, mode, annotations, tools, args, output, confirm, sandbox, audit, match";
  private static final String TOOL = "known: confirm, injection, sandbox, output, ungoverned, args";
  private static final String ARG =
      "known: kind, allow, deny, within, base, pattern, maxLength, oneOf, min, max";

  @TempDir Path folder;

  @Test
  void everySettingButThePolicyItselfCanStandInTheFile() throws IOException {
    Settings settings =
        load(
            """
            # what a host may set for all tools
            mode: monitor
            dir: state
            annotations: [com.acme.Callable]
            tools: {ungoverned: warn}
            args: {injection: deny}
            output:
              secrets: warn
              actions: {jwt: hash, own: deny}
              rules: [{id: acme-key, keywords: [acme_], pattern: "[a-z]{20}"}]
              injection: deny
              never: [the house recipe]
              configuration: [application.yml, "app.jar!/config.properties"]
              personal: true
              phones: {jar: libphonenumber.jar, regions: [DE, US]}
              domains:
                allow: [example.com, "münchen.example"]
            confirm: {timeout: 1m, expiry: 2m}
            sandbox:
              host: tcp://127.0.0.1:2375
              image: "python:3.12"
              timeout: 10s
              memory: 64m
              pids: 8
              tmpfs: 1m
              output: 2k
            audit: {fsync: true}
            """);

    for (Option<?> option : PolicyFile.TABLE) {
      assertThat(settings.isSet(option)).as(option.name()).isTrue();
    }
    assertThat(settings.get(Options.MODE)).isEqualTo(Mode.MONITOR);
    assertThat(settings.get(Options.INJECTION)).isEqualTo(InjectionAction.DENY);
    assertThat(settings.get(Options.DOMAINS)).isEqualTo(List.of("example.com", "münchen.example"));
    assertThat(settings.get(Options.CONFIRM_EXPIRY)).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.get(Options.SANDBOX_OUTPUT)).isEqualTo(2048L);
    assertThat(settings.get(Options.AUDIT_FSYNC)).isTrue();
  }

  @Test
  void theToolsNamedAreThoseOfTheFileWithTheirPlaces() throws IOException {
    Settings settings = load("tools:\n  read_file: {}\n  \"run command\": {confirm: true}\n");

    assertThat(settings.toolsNamed())
        .isEqualTo(Map.of("read_file", "guard.yaml:2:3", "run command", "guard.yaml:3:3"));
  }

  @Test
  void theSettingAmongTheToolsIsNoTool() throws IOException {
    Settings settings = load("tools:\n  ungoverned: warn\n  read_file: {}\n");

    assertThat(settings.toolsNamed()).containsOnlyKeys("read_file");
    assertThat(settings.get(Options.UNGOVERNED)).isEqualTo(Ungoverned.WARN);
  }

  @Test
  void theRulesAreThoseOfTheFileInItsOrder() throws IOException {
    Settings settings =
        load(
            """
            match:
              - {method: "com.acme.legacy.*#run(java.lang.String)", tool: run_command}
              - method: com.acme.Old#go
            """);

    assertThat(settings.matchRules())
        .extracting(rule -> rule.method() + " " + rule.tool() + " " + rule.where())
        .containsExactly(
            "com.acme.legacy.*#run(java.lang.String) run_command guard.yaml:2:5",
            "com.acme.Old#go null guard.yaml:3:5");
  }

  @Test
  void aByteOrderMarkAndAnEmptyMapAreFine() throws IOException {
    assertThat(load("\ufeffmode: monitor").get(Options.MODE)).isEqualTo(Mode.MONITOR);
    assertThat(load("{}").toolsNamed()).isEmpty();
    assertThat(load("---\nmode: monitor\n...\n").get(Options.MODE)).isEqualTo(Mode.MONITOR);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            "",
            "guard.yaml: the policy file is empty; it needs a key, such as mode: enforce, or {} for none"),
        refusal(
            "# nothing\n",
            "guard.yaml: the policy file is empty; it needs a key, such as mode: enforce, or {} for none"),
        refusal(
            "---\n",
            "guard.yaml: the policy file is empty; it needs a key, such as mode: enforce, or {} for none"),
        refusal("- mode", "guard.yaml:1:1: a policy file is a map of keys, not a list"),
        refusal("mode", "guard.yaml:1:1: a policy file is a map of keys, not text"),
        refusal(
            "mode: enforce\n---\nmode: monitor",
            "guard.yaml:2:1: a policy file has one YAML document, no second"),
        refusal(
            "mode: enforce\nmode: monitor",
            "guard.yaml:2:1: key 'mode' stands twice, first in line 1"),
        refusal(
            "tools:\n  a: {}\n  b: {}\n  'a': {}",
            "guard.yaml:4:3: key 'a' stands twice, first in line 2"),
        refusal(
            "mode:\n\tx: 1",
            "guard.yaml:2:1: not YAML: while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
        refusal(
            "mode: [a",
            "guard.yaml:1:9: not YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>"),
        refusal(
            "mode: \"a",
            "guard.yaml:1:9: not YAML: while scanning a quoted scalar, found unexpected end of stream"),
        refusal("a: b: c", "guard.yaml:1:5: not YAML: mapping values are not allowed here"),
        refusal("mode: a\u0000b", "guard.yaml:1:8: character U+0000 cannot stand in a policy file"),
        refusal(
            "# \ud83d\ude00\nmode: \u0007",
            "guard.yaml:2:7: character U+0007 cannot stand in a policy file"),
        refusal(
            "tools: &t {}",
            "guard.yaml:1:8: anchors (&) and aliases (*) are not for policy files; write it out"),
        refusal(
            "mode: *m",
            "guard.yaml:1:7: anchors (&) and aliases (*) are not for policy files; write it out"),
        refusal(
            "mode: !!java.net.URL [x]",
            "guard.yaml:1:7: tags (!) are not for policy files; leave out 'tag:yaml.org,2002:java.net.URL'"),
        refusal("mode: !x y", "guard.yaml:1:7: tags (!) are not for policy files; leave out '!x'"),
        refusal("? [a]\n: b", "guard.yaml:1:3: a key must be text"),
        refusal("~: b", "guard.yaml:1:1: a key must be text"),
        refusal("mode: " + "[".repeat(400_000), "guard.yaml:1:23: nested deeper than 16 levels"),
        refusal(
            "moode: enforce", "guard.yaml:1:1: unknown key 'moode'; did you mean 'mode'? " + TOP),
        refusal("policy: x", "guard.yaml:1:1: unknown key 'policy'; " + TOP),
        refusal(
            "sandbox: {imgae: x}",
            "guard.yaml:1:11: unknown key 'imgae' in sandbox; did you mean 'image'? known: host, image, timeout, memory, pids, tmpfs, output"),
        refusal(
            "output:\n  domains: [a.example]",
            "guard.yaml:2:12: output.domains is a list; it takes keys and values, or {} for none"),
        refusal(
            "output: {domains: {allow: a.example}}",
            "guard.yaml:1:27: output.domains.allow is text; it takes a list, such as [a, b]"),
        refusal(
            "output: {domains: {allow: ['*.a.example']}}",
            "guard.yaml:1:28: output.domains.allow '*.a.example': takes host names such as example.com, with a port or without, and no scheme, path or *"),
        refusal("mode: enfroce", "guard.yaml:1:7: mode 'enfroce' is not one of enforce | monitor"),
        refusal("mode:", "guard.yaml:1:6: mode is empty; it takes one of enforce | monitor"),
        refusal(
            "mode: [enforce]", "guard.yaml:1:7: mode is a list; it takes one of enforce | monitor"),
        refusal("audit: {fsync: yes}", "guard.yaml:1:16: audit.fsync 'yes' is not true or false"),
        refusal(
            "sandbox: {memory: 0}",
            "guard.yaml:1:19: sandbox.memory '0' is not a size such as 4096, 64k, 256m or 1g"),
        refusal(
            "output.secrets: deny",
            "guard.yaml:1:1: unknown key 'output.secrets'; each dot is a level: output: {secrets: …}"),
        refusal(
            "output: {domains.allow: [a.example]}",
            "guard.yaml:1:10: unknown key 'domains.allow'; each dot is a level: domains: {allow: …}"),
        refusal(
            "tools: {a: {sandbox.language: python}}",
            "guard.yaml:1:13: unknown key 'sandbox.language'; each dot is a level: sandbox: {language: …}"),
        refusal(
            "tools: {\"a\\nb\": {x: y}}",
            "guard.yaml:1:18: unknown key 'x' in tools.a\ufffdb; " + TOOL),
        refusal(
            "tools:", "guard.yaml:1:7: tools is empty; it takes keys and values, or {} for none"),
        refusal(
            "tools: [a]",
            "guard.yaml:1:8: tools is a list; it takes keys and values, or {} for none"),
        refusal(
            "tools: {a: }",
            "guard.yaml:1:11: tools.a is empty; it takes keys and values, or {} for none"),
        refusal(
            "tools:\n  run_command:\n    lmits: {}",
            "guard.yaml:3:5: unknown key 'lmits' in tools.run_command; " + TOOL),
        refusal(
            "tools: {a: {conform: true}}",
            "guard.yaml:1:13: unknown key 'conform' in tools.a; did you mean 'confirm'? " + TOOL),
        refusal(
            "tools: {a: {confirm: maybe}}",
            "guard.yaml:1:22: tools.a.confirm 'maybe' is not true or false"),
        refusal(
            "tools: {a: {injection: block}}",
            "guard.yaml:1:24: tools.a.injection 'block' is not one of replace | deny | warn"),
        refusal(
            "tools: {a: {sandbox: }}",
            "guard.yaml:1:21: tools.a.sandbox is empty; it takes keys and values, or {} for none"),
        refusal(
            "tools: {a: {sandbox: {language: ruby}}}",
            "guard.yaml:1:33: tools.a.sandbox.language 'ruby' is not python, the one language there is"),
        refusal(
            "tools: {a: {sandbox: {network: none}}}",
            "guard.yaml:1:23: unknown key 'network' in tools.a.sandbox; known: language, code, image, timeout, memory, pids, tmpfs, output"),
        refusal(
            "tools: {a: {output: {secrets: keep}}}",
            "guard.yaml:1:31: tools.a.output.secrets 'keep' is not one of redact | mask | hash | deny | warn | off"),
        refusal(
            "output: {actions: {jwt: hide}}",
            "guard.yaml:1:25: output.actions.jwt 'hide' is not one of redact | mask | hash | deny |"
                + " warn | off"),
        refusal(
            "output: {actions: [jwt]}",
            "guard.yaml:1:19: output.actions is a list; it takes rule ids and redact, mask, hash,"
                + " deny, warn or off, such as jwt=hash,own=deny"),
        refusal(
            "output: {rules: [{id: a, patern: b}]}",
            "guard.yaml:1:26: unknown key 'patern' in output.rules[0]; did you mean 'pattern'? known:"
                + " id, name, form, keywords, ignoreCase, before, pattern, joined, check, match, clean"),
        refusal(
            "output: {rules: [{pattern: b}]}",
            "guard.yaml:1:18: a rule of output.rules needs an id"),
        refusal(
            "tools: {a: {args: }}",
            "guard.yaml:1:18: tools.a.args is empty; it takes keys and values, or {} for none"),
        refusal(
            "tools: {a: {args: {p: }}}",
            "guard.yaml:1:22: tools.a.args.p is empty; it takes keys and values, or {} for none"),
        refusal(
            "tools: {ungoverned: {confirm: true}}",
            "guard.yaml:1:21: tools.ungoverned is a map; it takes one of deny | warn"),
        refusal(
            "match: {method: a.B#c}",
            "guard.yaml:1:8: match is a map; it takes a list, such as [{…}]"),
        refusal(
            "match: [a.B#c]",
            "guard.yaml:1:9: match is text; it takes keys and values, or {} for none"),
        refusal(
            "match: [{tool: x}]",
            "guard.yaml:1:9: an entry of match has no method; it takes "
                + OptionType.METHODS.expected()),
        refusal(
            "match: [{metod: a.B#c}]",
            "guard.yaml:1:10: unknown key 'metod' in match; did you mean 'method'? known: method, tool"),
        refusal(
            "match: [{method: com.acme.Legacy}]",
            "guard.yaml:1:18: match.method 'com.acme.Legacy' is not "
                + OptionType.METHODS.expected()),
        refusal(
            "match: [{method: a.B#c, tool: ''}]",
            "guard.yaml:1:31: match.tool is empty; it takes text"),
        arg("alow: [ls]", "24: unknown key 'alow' in tools.a.args.p; did you mean 'allow'? " + ARG),
        arg("kind: url", "30: tools.a.args.p.kind 'url' is not one of text | command | path"),
        arg(
            "kind: command, allow: []",
            "46: tools.a.args.p.allow is an empty list; it takes at least one text"),
        arg(
            "kind: command, allow: ls",
            "46: tools.a.args.p.allow is text; it takes a list, such as [a, b]"),
        arg("kind: command, allow: [ls, ]", ""),
        arg(
            "kind: command, allow: [ls, null]",
            "51: tools.a.args.p.allow has an element that is empty; its elements are texts"),
        arg(
            "kind: command, allow: [ls, '']",
            "51: tools.a.args.p.allow has an element that is empty; its elements are texts"),
        arg(
            "kind: command, allow: [{a: b}]",
            "47: tools.a.args.p.allow has an element that is a map; its elements are texts"),
        arg(
            "kind: path, within: []",
            "44: tools.a.args.p.within is an empty list; it takes at least one text"),
        arg("kind: path, base: ''", "42: tools.a.args.p.base is empty; it takes text"),
        arg("oneOf: []", "31: tools.a.args.p.oneOf is an empty list; it takes at least one text"),
        arg(
            "maxLength: -1",
            "35: tools.a.args.p.maxLength '-1' is not a whole number from 1 to 999999999"),
        arg(
            "maxLength: 0",
            "35: tools.a.args.p.maxLength '0' is not a whole number from 1 to 999999999"),
        arg("min: five", "29: tools.a.args.p.min 'five' is not a number such as -1, 0.5 or 1e6"),
        arg("min: .nan", "29: tools.a.args.p.min '.nan' is not a number such as -1, 0.5 or 1e6"),
        arg("min: 1e999", "29: tools.a.args.p.min '1e999' is not a number such as -1, 0.5 or 1e6"),
        arg("min: 2, max: 1", "29: tools.a.args.p: min 2.0 is greater than max 1.0"),
        arg(
            "pattern: '(?=a)b'",
            "33: tools.a.args.p: pattern '(?=a)b' is not RE2: invalid or unsupported Perl syntax; RE2 has no look-around and no back-references"),
        arg(
            "pattern: '(a)\\1'",
            "33: tools.a.args.p: pattern '(a)\\1' is not RE2: invalid escape sequence; RE2 has no look-around and no back-references"),
        arg("pattern: '[a'", "33: tools.a.args.p: pattern '[a' is not RE2: missing closing ]"),
        arg(
            "kind: text, within: [.]",
            "44: tools.a.args.p: within needs kind: path, and its kind is text"),
        arg(
            "kind: path, allow: [ls]",
            "43: tools.a.args.p: allow needs kind: command, and its kind is path"),
        arg(
            "kind: command, max: 3",
            "44: tools.a.args.p: max needs kind: text, and its kind is command"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeMeantIsRefusedWithItsPlace(String text, String message) throws IOException {
    if (message.isEmpty()) {
      assertThat(load(text).toolsNamed()).containsKey("a");
    } else {
      assertThatThrownBy(() -> load(text))
          .isInstanceOf(SettingsException.class)
          .hasMessage(message);
    }
  }

  @Test
  void aMissingFileAFolderAndAHugeFileAreRefused() throws IOException {
    assertThatThrownBy(this::load)
        .hasMessage(
            "guard.yaml: there is no such policy file (" + folder.resolve("guard.yaml") + ")");
    Files.createDirectory(folder.resolve("guard.yaml"));
    assertThatThrownBy(this::load).hasMessage("guard.yaml: the policy must be a regular file");
    Files.delete(folder.resolve("guard.yaml"));
    assertThatThrownBy(() -> load("#".repeat(PolicyText.LARGEST + 1)))
        .hasMessage("guard.yaml: the policy file is larger than 1 MiB");
    assertThat(load("mode: monitor\n" + "#".repeat(PolicyText.LARGEST - 14)).get(Options.MODE))
        .isEqualTo(Mode.MONITOR);
  }

  @Test
  void otherEncodingsThanUtf8AreRefusedWithThePlace() throws IOException {
    Path file = folder.resolve("guard.yaml");
    Files.write(file, "mode: enforce\ndir: müll".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(this::load)
        .hasMessage("guard.yaml:2:7: the policy file is not UTF-8 (byte 0xfc); save it as UTF-8");
    Files.write(file, "mode: enforce".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(this::load)
        .hasMessage("guard.yaml:1:1: the policy file is not UTF-8 (byte 0xfe); save it as UTF-8");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xc3});
    assertThatThrownBy(this::load)
        .hasMessage("guard.yaml:1:4: the policy file is not UTF-8 (byte 0xc3); save it as UTF-8");
  }

  @Test
  void anAbsolutePathIsNotTakenFromTheWorkingDirectory() throws IOException {
    Path file = Files.writeString(folder.resolve("other.yaml"), "moode: x");

    assertThatThrownBy(
            () ->
                Settings.load(
                    new Sources(
                        Map.of("guard.policy", file.toString()),
                        Map.of(),
                        null,
                        folder.resolve("elsewhere").toFile())))
        .hasMessageStartingWith(file + ":1:1: unknown key 'moode'");
  }

  @Test
  void aFileOfRulesMustBeThereAndAList() {
    assertThatThrownBy(() -> load("output: {rules: none.yaml}"))
        .hasMessageStartingWith("none.yaml: there is no such policy file");
    assertThatThrownBy(() -> load("output: {rules: guard.yaml}"))
        .hasMessage("guard.yaml:1:1: a file of rules is a list of rules, not a map");
  }

  @Test
  void rulesCanBeInAFileOfTheirOwn() throws IOException {
    Files.writeString(
        folder.resolve("rules.yaml"),
        """
        - id: acme-key
          keywords: ["acme_"]
          pattern: '[a-z0-9]{20}'
          joined: true
        - {id: other, pattern: "x{9}"}
        """);
    Settings settings = load("output: {rules: rules.yaml}");
    assertThat(settings.get(Options.RULES).rules())
        .extracting(SecretRule::id)
        .containsExactly("acme-key", "other");
    assertThat(settings.get(Options.RULES).rules().get(0).joined()).isTrue();
    Settings byProperty =
        Settings.load(
            new Sources(
                Map.of("guard.output.rules", "rules.yaml", "guard.output.actions", "jwt=hash"),
                Map.of(),
                null,
                folder.toFile()));
    assertThat(byProperty.get(Options.RULES).rules()).hasSize(2);
    assertThat(byProperty.get(Options.ACTIONS)).isEqualTo(Map.of("jwt", SecretAction.HASH));
  }

  private static Arguments refusal(String text, String message) {
    return Arguments.of(text, message);
  }

  private static Arguments arg(String text, String message) {
    return Arguments.of(
        "tools: {a: {args: {p: {" + text + "}}}}",
        message.isEmpty() ? "" : "guard.yaml:1:" + message);
  }

  private Settings load(String text) throws IOException {
    Files.writeString(folder.resolve("guard.yaml"), text);
    return load();
  }

  private Settings load() {
    return Settings.load(new Sources(Map.of(), Map.of(), "policy=guard.yaml", folder.toFile()));
  }
}
