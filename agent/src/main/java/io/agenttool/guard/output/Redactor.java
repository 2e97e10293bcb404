package io.agenttool.guard.output;

import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the secrets in text by markers such as {@code [REDACTED_AWS_KEY]}. Immutable; used by
 * many threads at once.
 *
 * <p>What was redacted is clean: {@code redact(redact(x))} equals {@code redact(x)}.
 */
public final class Redactor {
  /** A marker can leave a boundary where there was none, and so uncover a neighbour. */
  private static final int MOST_PASSES = 8;

  private final Detector detector;

  private final @Nullable PersonalData personal;
  private final Marking marking;

  Redactor(Detector detector) {
    this(detector, null, Marking.NAME);
  }

  private Redactor(Detector detector, @Nullable PersonalData personal, Marking marking) {
    this.detector = detector;
    this.personal = personal;
    this.marking = marking;
  }

  /**
   * What the settings ask for: the rules that come with Guard, the application's own secrets and,
   * where it is on, personal data.
   *
   * @param environment the process's environment
   * @param properties its system properties
   */
  public static Redactor of(
      Settings settings, Map<String, String> environment, Map<String, String> properties) {
    List<String> never = new ArrayList<>(settings.get(Options.NEVER));
    never.addAll(OwnSecrets.valuesOf(environment, standard()));
    never.addAll(OwnSecrets.valuesOf(properties, standard()));
    boolean withPersonal = settings.get(Options.PERSONAL);
    List<Rule> own = OwnSecrets.rules(never);
    if (own.isEmpty() && !withPersonal) {
      return standard();
    }
    List<Rule> rules = new ArrayList<>(own);
    rules.addAll(Packs.secrets());
    return new Redactor(
        own.isEmpty() ? standard().detector : new Detector(rules),
        withPersonal ? new PersonalData(Packs.personal()) : null,
        Marking.NAME);
  }

  /** With the rules that come with Guard. */
  public static Redactor standard() {
    return Standard.REDACTOR;
  }

  /** The same rules with other marks. */
  Redactor marking(Marking other) {
    return other == marking ? this : new Redactor(detector, personal, other);
  }

  /** What stands in the place of {@code secret}. */
  String mark(Rule rule, String secret) {
    return marking.mark(rule, secret);
  }

  /** Whether nothing is found in texts without keywords. */
  boolean needsOnlyKeywords() {
    return personal == null;
  }

  Detector detector() {
    return detector;
  }

  /** Finds nothing. */
  static Redactor none() {
    return new Redactor(Packs.none());
  }

  /** The rule by which the value of a key of that name is a secret; {@code null} for none. */
  @Nullable Rule assigned(String name, String value) {
    return detector.assigned(name, value);
  }

  /** The text without secrets; {@code text} itself where there are none. */
  public String redact(String text) {
    return redact(text, null);
  }

  /** The same; {@code tally} hears of each secret. */
  String redact(String text, @Nullable Tally tally) {
    String clean = text;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      Matches matches = detector.find(clean);
      if (matches == null) {
        return personal == null ? clean : personal.redact(clean, tally);
      }
      clean = replace(clean, matches, tally);
    }
    return clean;
  }

  private String replace(String text, Matches matches, @Nullable Tally tally) {
    StringBuilder clean = new StringBuilder(text.length() + 16 * matches.size());
    int copied = 0;
    for (int i = 0; i < matches.size(); i++) {
      Rule rule = detector.rule(matches.rule(i));
      clean.append(text, copied, matches.start(i));
      clean.append(mark(rule, text.substring(matches.start(i), matches.end(i))));
      copied = matches.end(i);
      if (tally != null) {
        tally.found("secret." + rule.id());
      }
    }
    return clean.append(text, copied, text.length()).toString();
  }

  /** Made when first asked for: a JVM without tools never reads the rules. */
  private static final class Standard {
    static final Redactor REDACTOR = new Redactor(new Detector(Packs.secrets()));
  }
}
