package io.agenttool.guard.settings;

import static io.agenttool.guard.settings.OptionType.COUNT;
import static io.agenttool.guard.settings.OptionType.FLAG;
import static io.agenttool.guard.settings.OptionType.LIST;
import static io.agenttool.guard.settings.OptionType.NUMBER;
import static io.agenttool.guard.settings.OptionType.SOME;
import static io.agenttool.guard.settings.OptionType.TEXT;
import static io.agenttool.guard.settings.OptionType.choice;

import java.util.List;

/**
 * What the policy file can say of one tool, under {@code tools: NAME:}. Its reader, the reference
 * and the JSON Schema are made from these tables. A key that is a setting too, {@code
 * sandbox.image}, is that setting for this tool alone.
 */
final class ToolKeys {
  static final Option<Boolean> CONFIRM =
      new Option<>(
          "confirm",
          FLAG,
          "",
          "Whether each call waits for a person's approval. Not said: it does where the annotation"
              + " says `destructive`.");

  static final Option<InjectionAction> INJECTION =
      new Option<>(
          "injection",
          choice(InjectionAction.class),
          "",
          "What happens to argument text that reads like instructions to a model. Not said: as the"
              + " setting `args.injection` says.");

  static final Option<String> LANGUAGE =
      new Option<>(
          "sandbox.language",
          new OptionType<>(
              "python", "python, the one language there is", new Parsers.Word("python")),
          "python",
          "The language of the code. A `sandbox` section, `{}` too, has the tool's code run in a"
              + " container instead of its body.");

  static final Option<String> CODE =
      new Option<>(
          "sandbox.code",
          TEXT,
          "",
          "The parameter that holds the code. Not said: the only text parameter.");

  static final Option<Ungoverned> UNGOVERNED =
      new Option<>(
          "ungoverned",
          choice(Ungoverned.class),
          "",
          "Whether the tool may run though it cannot be governed fully. Not said: as the setting"
              + " `tools.ungoverned` says.");

  /** Of a tool. */
  static final List<Option<?>> TOOL =
      List.of(
          CONFIRM,
          INJECTION,
          LANGUAGE,
          CODE,
          Options.SANDBOX_IMAGE,
          Options.SANDBOX_TIMEOUT,
          Options.SANDBOX_MEMORY,
          Options.SANDBOX_PIDS,
          Options.SANDBOX_TMPFS,
          Options.SANDBOX_OUTPUT,
          Options.SECRETS,
          Options.ACTIONS,
          Options.OUTPUT_INJECTION,
          Options.DOMAINS,
          UNGOVERNED);

  static final Option<ArgKind> KIND =
      new Option<>(
          "kind",
          choice(ArgKind.class),
          "text",
          "What the argument's text is for: any text, a command line for a POSIX shell, or the path"
              + " of a file or folder.");

  static final Option<List<String>> ALLOW =
      new Option<>(
          "allow",
          SOME,
          "",
          "`kind: command`: the programs that may run. Not said: any that is not denied.");

  static final Option<List<String>> DENY =
      new Option<>(
          "deny",
          LIST,
          "",
          "`kind: command`: words of programs and options that may not run, such as `git push`; on"
              + " top of those that Guard always denies.");

  static final Option<List<String>> WITHIN =
      new Option<>(
          "within",
          SOME,
          "",
          "`kind: path`: the folders that the path may lie in, relative to the JVM's working"
              + " directory.");

  static final Option<String> BASE =
      new Option<>(
          "base",
          TEXT,
          "",
          "`kind: path`: the folder that the tool itself resolves a relative path against. Not"
              + " said: the JVM's working directory.");

  static final Option<String> PATTERN =
      new Option<>(
          "pattern", TEXT, "", "A regular expression (RE2 syntax) that the whole text must match.");

  static final Option<Integer> MAX_LENGTH =
      new Option<>("maxLength", COUNT, "", "The greatest length of the text, in UTF-16 units.");

  static final Option<List<String>> ONE_OF =
      new Option<>("oneOf", SOME, "", "The texts of which the argument must be one.");

  static final Option<Double> MIN =
      new Option<>("min", NUMBER, "", "The least number that the argument may be.");

  static final Option<Double> MAX =
      new Option<>("max", NUMBER, "", "The greatest number that the argument may be.");

  /** Of an argument, under {@code args: NAME:}. */
  static final List<Option<?>> ARG =
      List.of(KIND, ALLOW, DENY, WITHIN, BASE, PATTERN, MAX_LENGTH, ONE_OF, MIN, MAX);

  static final Option<MethodPattern> METHOD =
      new Option<>(
          "method", OptionType.METHODS, "", "Which methods: `class#method(type, type)`. Needed.");

  static final Option<String> MATCHED =
      new Option<>("tool", TEXT, "", "The tool's name. Not said: the method's.");

  /** Of an entry of {@code match:}. */
  static final List<Option<?>> MATCH = List.of(METHOD, MATCHED);

  private ToolKeys() {}
}
