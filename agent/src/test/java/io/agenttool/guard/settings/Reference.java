package io.agenttool.guard.settings;

import java.util.List;

/** Writes {@code docs/configuration.md} from the tables of settings and of the policy's keys. */
final class Reference {

  private Reference() {}

  static String markdown() {
    return """
        # Configuration

        <!-- Generated from the code: mvn -q -pl annotations,agent test -Dtest=ReferenceTest \
        -Dsurefire.failIfNoSpecifiedTests=false -Dguard.it.docs=write -->

        Guard starts with no configuration at all: every tool is found by its annotation, and the
        standard values below hold. Whatever is unknown or cannot be meant stops the JVM before
        `main`, with one line that says what, where and what would be right:

        ```
        system property guard.confrim.timeout: unknown setting, with the value '5m'; did you mean \
        'guard.confirm.timeout'? known: …
        guard.yaml:12:5: unknown key 'conform' in tools.run_command; did you mean 'confirm'? known: …
        ```

        ## Where a setting can stand

        In this order: the first that sets it wins. Every place is checked, also where another wins.

        | place | form |
        |---|---|
        | system property | `-Dguard.confirm.timeout=1m` |
        | environment | `GUARD_CONFIRM_TIMEOUT=1m` |
        | agent argument | `-javaagent:guard.jar=confirm.timeout=1m,mode=monitor` |
        | policy file | `confirm: {timeout: 1m}` |
        | standard value | the table below |

        - In the agent argument a comma inside a value is written `\\,`; any other backslash is
          itself.
        - A setting's environment variable is `GUARD_` and its name in capitals, with `_` for `.`.
        - Every name that begins with `guard.` or `GUARD_` is taken for a setting, and an unknown one
          is refused. `guard.it.` and `GUARD_IT_` are reserved for Guard's own tests and left alone.
        - An empty value is refused; a list may be empty, and that is not the same as not set.

        ## Settings

        """
        + table(Options.ALL, "setting")
        + """

        Types: a *duration* is a whole number and its unit, `500ms`, `30s`, `5m`, `1h` or `7d`, from
        1 ms to 365 days; a *size* is bytes, or with a unit `64k`, `256m`, `1g`; a *list* has commas
        between its elements, and in the policy file is a YAML list; *hosts* are a list of host names
        without scheme, path or `*`; *actions* are rule ids, each with `=` and `redact`, `mask`, `hash`,
        `deny`, `warn` or `off`, and in the policy file a map; *rules* are a file's name, or in the
        policy file the rules themselves; a *flag* is `true` or `false`.

        ## The policy file

        `guard.policy` names it, relative to the working directory. It is YAML in UTF-8, one document
        of at most 1 MiB, without anchors, aliases or tags: an entry reads by itself. Every setting
        but `policy` can stand in it, a dot in its name being a level. `tools` has one entry for each
        tool, by the tool's name: the one in its annotation, else the method's. The setting
        `tools.ungoverned` stands among them, so that no tool by that name can have an entry.

        ```yaml
        """
        + SAMPLE
        + """
        ```

        What an entry says holds for its tool, whatever the setting of the same name says elsewhere;
        of an argument, each word that an entry has wins over the same word of `@ToolArg`, and the
        annotation's other words stay. An entry for an argument that the method does not have is
        refused when the tool's class is loaded, and so is a word that the argument's kind has no use
        for.

        Editors check the file as it is written with the JSON Schema `docs/guard.schema.json`:
        `# yaml-language-server: $schema=docs/guard.schema.json` in its first line.

        ### Of a tool: `tools: {NAME: …}`

        """
        + table(ToolKeys.TOOL, "key")
        + """

        ### Of an argument: `tools: {NAME: {args: {ARGUMENT: …}}}`

        """
        + table(ToolKeys.ARG, "key")
        + """

        ### Of a rule: `output: {rules: [{…}]}`, or a file that is such a list

        What happens to what a rule finds is looked up in this order: `output.actions` of the tool,
        `output.actions` of all, `output.secrets` of the tool, `output.secrets` of all. The audit log
        never holds what a rule finds, whatever its action.

        """
        + table(RuleKeys.RULE, "key")
        + """

        ### Methods that nobody annotated: `match: [{…}]`

        Each entry of the list makes methods tools, as an annotation of a framework would; a method
        that has one too keeps what it says, and takes the name from here.

        """
        + table(ToolKeys.MATCH, "key")
        + """

        ```
        pattern = class "#" method [ "(" [ type { "," type } ] ")" ]
        class   = its binary name: com.acme.Legacy, com.acme.Legacy$Inner
        method  = its name
        type    = an erased type by its binary name: int, java.lang.String, byte[]
        ```

        - In each of the three `*` is any characters but a dot, also none, and `**` any characters:
          `com.acme.*` are the classes of one package, `com.acme.**` those of the packages below it
          too, `java.util.*` any type of that package.
        - Without a parameter list every overload is meant; `()` is the one with no parameters.
        - The class is the one that declares the method. Methods of subtypes that override or
          implement it are tools as well, so an interface is the best thing to name.
        - Constructors, methods that the compiler added, and the JDK's own classes are never meant. A
          pattern that names nothing but wildcards as its class is refused.
        - The first entry that matches gives the name. An entry that matched nothing by the end of
          the JVM is said on standard error and in the audit log.
        """;
  }

  /** The example of the reference; a test reads it. */
  static final String SAMPLE =
      """
      mode: enforce
      output:
        secrets: redact
        actions: {jwt: hash, private-key: deny}
        rules:
          - {id: acme-key, keywords: ["acme_"], pattern: "[a-z0-9]{32}"}
        domains: {allow: [example.com]}
      sandbox: {timeout: 20s}
      tools:
        run_command:
          args:
            command: {kind: command, allow: [ls, git, mvn], deny: [git push]}
        write_file:
          args:
            path: {kind: path, within: [./workspace], base: ./workspace}
            mode: {oneOf: [create, append]}
        run_python:
          sandbox: {language: python, code: script, memory: 128m}
        delete_row:
          confirm: true
          args:
            table: {pattern: "[a-z_]+", maxLength: 40}
            id: {min: 1}
        fetch_page:
          injection: deny
          output: {secrets: deny, domains: {allow: [example.com, example.org]}}
      match:
        - {method: "com.acme.legacy.*#run(java.lang.String)", tool: run_command}
      """;

  private static String table(List<Option<?>> options, String title) {
    StringBuilder table =
        new StringBuilder("| " + title + " | type | standard | meaning |\n|---|---|---|---|\n");
    for (Option<?> option : options) {
      table
          .append("| `")
          .append(option.name())
          .append("` | ")
          .append(option.type().name().replace("|", "\\|"))
          .append(" | ")
          .append(standard(option, options))
          .append(" | ")
          .append(option.doc())
          .append(" |\n");
    }
    return table.toString();
  }

  private static String standard(Option<?> option, List<Option<?>> table) {
    if (table.contains(Options.SECRETS) && !table.equals(Options.ALL)) {
      if (Options.ALL.contains(option)) {
        return "the setting";
      }
    }
    return option.standard().isEmpty() ? "–" : "`" + option.standard() + "`";
  }
}
