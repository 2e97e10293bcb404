package io.agenttool.guard.args;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agenttool.guard.args.ArgsStage.Check;
import io.agenttool.guard.call.Defence;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.screen.Screen;
import io.agenttool.guard.settings.ArgKind;
import io.agenttool.guard.settings.ArgPolicy;
import io.agenttool.guard.settings.SettingsException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first line of defence: what a tool is given. */
public final class ArgsDefence implements Defence {
  private final Screen screen;
  private final Path workingDirectory;

  /** Read for the first tool that takes commands. */
  private @Nullable ProgramTable programs;

  /**
   * @param screen what text may not say
   * @param workingDirectory the JVM's, absolute: relative folders of a policy are taken from here,
   *     and so are relative path arguments where the policy sets no {@code base}
   */
  public ArgsDefence(Screen screen, Path workingDirectory) {
    this.screen = screen;
    this.workingDirectory = workingDirectory.toAbsolutePath();
  }

  @Override
  public String name() {
    return "args";
  }

  /**
   * {@inheritDoc}
   *
   * @throws SettingsException also where a rule names a parameter that the method does not have
   */
  @Override
  public @Nullable Stage stageFor(Tool tool) {
    for (String name : tool.policy().args().keySet()) {
      if (tool.parameters().stream().noneMatch(parameter -> parameter.name().equals(name))) {
        throw new SettingsException(
            tool.policy().where(),
            tool + " has no parameter '" + name + "'; it has " + names(tool));
      }
    }
    List<Check> checks = new ArrayList<>();
    for (Tool.Parameter parameter : tool.parameters()) {
      ArgPolicy policy = tool.policy().args().getOrDefault(parameter.name(), ArgPolicy.NONE);
      TypeFit fit = TypeFit.of(parameter.type());
      List<Rule> rules = rules(tool, parameter, fit, policy);
      if (fit.mayHoldText() || !rules.isEmpty()) {
        checks.add(
            new Check(
                parameter.index(),
                parameter.name(),
                fit.mayHoldText() && !parameter.context(),
                rules));
      }
    }
    return checks.isEmpty() ? null : new ArgsStage(screen, tool.policy().injection(), checks);
  }

  private synchronized ProgramTable programs() {
    if (programs == null) {
      programs = ProgramTable.standard();
    }
    return programs;
  }

  private static String names(Tool tool) {
    return String.join(", ", tool.parameters().stream().map(Tool.Parameter::name).toList());
  }

  private List<Rule> rules(Tool tool, Tool.Parameter parameter, TypeFit fit, ArgPolicy policy) {
    Fitting fitting = new Fitting(tool, parameter, fit);
    List<Rule> rules = new ArrayList<>();
    if (policy.maxLength() != null) {
      fitting.require("maxLength", TypeFit.TEXT, TypeFit.HOLDER);
      rules.add(TextRules.maxLength(policy.maxLength()));
    }
    if (policy.oneOf() != null) {
      fitting.require("oneOf", TypeFit.TEXT, TypeFit.NUMBER, TypeFit.HOLDER, TypeFit.OTHER);
      rules.add(TextRules.oneOf(policy.oneOf()));
    }
    if (policy.pattern() != null) {
      fitting.require("pattern", TypeFit.TEXT, TypeFit.HOLDER);
      rules.add(TextRules.pattern(pattern(fitting, policy.pattern())));
    }
    if (policy.min() != null || policy.max() != null) {
      fitting.require(
          policy.min() != null ? "min" : "max", TypeFit.NUMBER, TypeFit.TEXT, TypeFit.HOLDER);
      rules.add(new RangeRule(bound(fitting, policy.min()), bound(fitting, policy.max())));
    }
    if (policy.kind() == ArgKind.COMMAND) {
      fitting.requireOne("kind: command", TypeFit.TEXT);
      rules.add(new CommandRule(policy.allow(), deny(fitting, policy), programs()));
    } else if (policy.allow() != null || policy.deny() != null) {
      throw fitting.wrong("allow and deny go with kind: command");
    }
    if (policy.kind() == ArgKind.PATH) {
      fitting.require("kind: path", TypeFit.TEXT, TypeFit.FILE, TypeFit.HOLDER);
      rules.add(path(fitting, policy));
    } else if (policy.within() != null || policy.base() != null) {
      throw fitting.wrong("within and base go with kind: path");
    }
    return rules;
  }

  private static Pattern pattern(Fitting fitting, String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw fitting.wrong("pattern is not RE2: " + e.getDescription());
    }
  }

  private static @Nullable BigDecimal bound(Fitting fitting, @Nullable Double bound) {
    if (bound == null) {
      return null;
    }
    if (!Double.isFinite(bound)) {
      throw fitting.wrong("min and max have to be finite numbers");
    }
    return BigDecimal.valueOf(bound);
  }

  private static List<DenyWords> deny(Fitting fitting, ArgPolicy policy) {
    List<DenyWords> entries = new ArrayList<>();
    for (String entry : policy.deny() == null ? List.<String>of() : policy.deny()) {
      DenyWords words = DenyWords.read(entry);
      if (words == null) {
        throw fitting.wrong(
            "deny: '"
                + entry
                + "' is not a program with its words, such as 'git push' or 'rm -rf'");
      }
      entries.add(words);
    }
    return entries;
  }

  private PathRule path(Fitting fitting, ArgPolicy policy) {
    List<Path> within = null;
    if (policy.within() != null) {
      within = new ArrayList<>();
      for (String folder : policy.within()) {
        within.add(folder(fitting, "within", folder));
      }
    }
    String base = policy.base();
    return new PathRule(
        within,
        policy.within() == null ? "" : String.join(", ", policy.within()),
        base == null ? workingDirectory : folder(fitting, "base", base),
        base != null);
  }

  private Path folder(Fitting fitting, String word, String folder) {
    try {
      if (folder.isBlank() || folder.startsWith("~")) {
        throw fitting.wrong(word + ": '" + folder + "' is not a folder; write its path");
      }
      return workingDirectory.resolve(folder);
    } catch (InvalidPathException e) {
      throw fitting.wrong(word + ": '" + folder + "' is not a path of this machine");
    }
  }

  /** Says what of a policy does not fit a parameter. */
  private record Fitting(Tool tool, Tool.Parameter parameter, TypeFit fit) {

    void require(String word, TypeFit... fits) {
      if (fit == TypeFit.ANY) {
        return;
      }
      for (TypeFit one : fits) {
        if (fit == one) {
          return;
        }
      }
      throw wrong(word + " does not fit " + parameter.type() + "; it fits " + words(fits));
    }

    /** One text, not several. */
    void requireOne(String word, TypeFit one) {
      if (parameter.type().endsWith("[]") && !parameter.type().equals("char[]")) {
        throw wrong(word + " does not fit " + parameter.type() + "; it fits one text");
      }
      require(word, one);
    }

    private static String words(TypeFit... fits) {
      List<String> words = new ArrayList<>();
      for (TypeFit one : fits) {
        words.add(
            switch (one) {
              case TEXT -> "text";
              case NUMBER -> "numbers";
              case FILE -> "files and paths";
              case HOLDER -> "collections and Optionals of them";
              case OTHER -> "enums";
              case ANY, NOTHING -> "anything";
            });
      }
      return String.join(", ", words);
    }

    SettingsException wrong(String what) {
      return new SettingsException(
          tool.policy().where(), what + " (parameter '" + parameter.name() + "' of " + tool + ")");
    }
  }
}
