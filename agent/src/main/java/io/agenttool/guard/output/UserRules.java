package io.agenttool.guard.output;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agenttool.guard.settings.Nearest;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.Re2;
import io.agenttool.guard.settings.SecretRule;
import io.agenttool.guard.settings.SecretRules;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The user's own rules, and what the settings say of single rules: checked at the start. */
public final class UserRules {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");

  /** Of the forms in the pack, those that are of use without code of their own. */
  private static final List<Rule.Form> FORMS =
      List.of(
          Rule.Form.TOKEN,
          Rule.Form.LITERAL,
          Rule.Form.ASSIGNED,
          Rule.Form.PASSWORD,
          Rule.Form.HEADER,
          Rule.Form.USERINFO);

  private UserRules() {}

  /**
   * Refuses what cannot be meant. Cheap where the settings name no rule.
   *
   * @param warnings takes what is allowed and costs
   * @throws SettingsException for a rule that is none, and a rule's id that no rule has
   */
  public static void check(Settings settings, Consumer<String> warnings) {
    Map<String, Set<String>> named = settings.rulesNamed();
    List<Rule> rules = of(settings.get(Options.RULES));
    for (Rule rule : rules) {
      if (rule.keywords().isEmpty()) {
        warnings.accept(
            "output.rules "
                + rule.id()
                + " has no keywords: every text is searched for its pattern, slowly, and texts of"
                + " more than "
                + SlowLane.LONGEST
                + " characters are withheld; give the text that each such secret begins with as"
                + " keywords");
      }
    }
    if (named.isEmpty()) {
      return;
    }
    Set<String> known = packIds();
    rules.forEach(rule -> known.add(rule.id()));
    named.forEach(
        (where, ids) -> {
          for (String id : ids) {
            if (!known.contains(id)) {
              String nearest = Nearest.of(id, List.copyOf(known));
              throw new SettingsException(
                  where,
                  "there is no rule "
                      + SettingsException.quoted(id)
                      + (nearest == null
                          ? "; docs/detection.md lists them"
                          : "; did you mean '" + nearest + "'?"));
            }
          }
        });
  }

  /** The user's rules, compiled as far as a {@link Detector} needs them. */
  static List<Rule> of(SecretRules written) {
    if (written.rules().isEmpty()) {
      return List.of();
    }
    Set<String> taken = packIds();
    List<Rule> rules = new ArrayList<>();
    for (SecretRule each : written.rules()) {
      Rule rule = rule(each);
      if (!taken.add(rule.id())) {
        throw each.wrong("id", "there is a rule of this id already; give it another");
      }
      tryOut(each, rule);
      rules.add(rule);
    }
    return rules;
  }

  private static Set<String> packIds() {
    Set<String> ids = new LinkedHashSet<>();
    Packs.secrets().forEach(rule -> ids.add(rule.id()));
    Packs.personal().forEach(rule -> ids.add(rule.id()));
    ids.add(OwnSecrets.ID);
    return ids;
  }

  private static Rule rule(SecretRule written) {
    if (!ID.matches(written.id())) {
      throw written.wrong("id", "an id is small letters, digits and '-', such as acme-key");
    }
    String name = written.name();
    name = name == null ? written.id().toUpperCase(Locale.ROOT).replace('-', '_') : name;
    if (!NAME.matches(name)) {
      throw written.wrong("name", "a name is capitals, digits and '_', such as ACME_KEY");
    }
    Rule.Form form = form(written);
    String pattern = written.pattern();
    boolean needsPattern = form == Rule.Form.TOKEN || form == Rule.Form.ASSIGNED;
    if (needsPattern && pattern == null) {
      throw written.wrong("", "form " + word(form) + " needs a pattern");
    }
    if (form != Rule.Form.TOKEN && written.keywords().isEmpty()) {
      throw written.wrong("", "form " + word(form) + " needs keywords");
    }
    check(written, pattern);
    Rule rule =
        new Rule(
            written.id(),
            name,
            form,
            written.keywords(),
            written.ignoreCase(),
            written.before(),
            pattern,
            written.checks(),
            written.joined(),
            written.match(),
            written.clean());
    for (String keyword : rule.keywords()) {
      keyword(written, rule, keyword);
    }
    return rule;
  }

  private static Rule.Form form(SecretRule written) {
    for (Rule.Form form : FORMS) {
      if (word(form).equals(written.form())) {
        return form;
      }
    }
    List<String> words = FORMS.stream().map(UserRules::word).toList();
    throw written.wrong(
        "form",
        "there is no form "
            + SettingsException.quoted(written.form())
            + "; "
            + SettingsException.hint(written.form(), words));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void check(SecretRule written, @Nullable String pattern) {
    String fault = pattern == null ? null : Re2.fault(pattern);
    if (fault != null) {
      throw written.wrong("pattern", "pattern " + fault);
    }
    if (pattern != null && Pattern.compile("\\A(?:" + pattern + ")").matcher("").lookingAt()) {
      throw written.wrong(
          "pattern",
          "pattern "
              + SettingsException.quoted(pattern)
              + " matches the empty text, and so every text; say how much it needs, as in [a-z]{20,}"
              + (written.keywords().isEmpty()
                  ? ""
                  : ", or form: literal where the keyword alone is the secret"));
    }
    String before = written.before();
    if (before != null && (Re2.fault(before) != null || !isOneRun(before))) {
      throw written.wrong(
          "before", SettingsException.quoted(before) + " is not one run such as [0-9]{6,12}");
    }
    List<String> checks = Arrays.stream(Check.values()).map(UserRules::word).toList();
    for (String check : written.checks()) {
      if (!checks.contains(check)) {
        throw written.wrong(
            "check",
            "there is no check "
                + SettingsException.quoted(check)
                + "; "
                + SettingsException.hint(check, checks));
      }
    }
  }

  private static boolean isOneRun(String before) {
    TokenPattern run = TokenPattern.of(before, false);
    return run != null && run.isOneRun() && run.longest() <= 256;
  }

  private static void keyword(SecretRule written, Rule rule, String keyword) {
    try {
      Keyword unused =
          rule.form() == Rule.Form.LITERAL
              ? Keyword.literal(keyword)
              : Keyword.of(keyword, rule.ignoreCase());
    } catch (IllegalArgumentException | PatternSyntaxException e) {
      throw written.wrong(
          "keywords",
          "keyword "
              + SettingsException.quoted(keyword)
              + " cannot be looked for; it takes four characters of ASCII or more, of which the last"
              + " may be a class, as in acme_[A-Z]");
    }
  }

  /** The user's examples: a rule that misses its own is not the one that was meant. */
  private static void tryOut(SecretRule written, Rule rule) {
    Redactor alone =
        rule.keywords().isEmpty() ? Redactor.slow(rule) : new Redactor(new Detector(List.of(rule)));
    for (int i = 0; i < rule.match().size(); i++) {
      if (alone.redact(rule.match().get(i)).equals(rule.match().get(i))) {
        throw written.wrong("match", "it does not find its own example match[" + i + "]");
      }
    }
    for (int i = 0; i < rule.clean().size(); i++) {
      if (!alone.redact(rule.clean().get(i)).equals(rule.clean().get(i))) {
        throw written.wrong("clean", "it finds something in its example clean[" + i + "]");
      }
    }
  }
}
