package io.agenttool.guard.output;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.SecretAction;
import io.agenttool.guard.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

  private final RuleBook book;
  private final Detector detector;
  private final @Nullable SlowLane slow;
  private final Treatment treatment;

  Redactor(Detector detector) {
    this(new RuleBook(detector.rules(), List.of(), List.of()), detector, null, Treatment.REDACT);
  }

  private Redactor(RuleBook book, Detector detector, @Nullable SlowLane slow, Treatment treatment) {
    this.book = book;
    this.detector = detector;
    this.slow = slow;
    this.treatment = treatment;
  }

  /**
   * What the settings ask for: the user's rules, those that come with Guard, the application's own
   * secrets and, where it is on, personal data.
   *
   * @param environment the process's environment
   * @param properties its system properties
   * @throws io.agenttool.guard.settings.SettingsException for a rule of the user's that is none, a
   *     libphonenumber that does not work, and configuration that cannot be read
   */
  public static Redactor of(
      Settings settings, Map<String, String> environment, Map<String, String> properties) {
    List<Rule> own = OwnSecrets.of(settings, environment, properties, standard());
    List<Rule> first = new ArrayList<>();
    List<Rule> slow = new ArrayList<>();
    for (List<Rule> some : List.of(own, UserRules.of(settings.get(Options.RULES)))) {
      for (Rule rule : some) {
        (rule.keywords().isEmpty() ? slow : first).add(rule);
      }
    }
    List<Rule> personal = settings.get(Options.PERSONAL) ? Packs.personal() : List.of();
    if (first.isEmpty() && slow.isEmpty() && personal.isEmpty()) {
      return standard();
    }
    List<Rule> secrets = new ArrayList<>(first);
    secrets.addAll(Packs.secrets());
    RuleBook book = new RuleBook(secrets, slow, personal);
    return new Redactor(
        book,
        first.isEmpty() ? standard().detector : new Detector(secrets),
        slow.isEmpty() && personal.isEmpty() ? null : SlowLane.of(book, PhoneNumbers.of(settings)),
        Treatment.REDACT);
  }

  /** With that one rule, which has no keywords. */
  static Redactor slow(Rule rule) {
    RuleBook only = new RuleBook(List.of(), List.of(rule), List.of());
    return new Redactor(only, Packs.none(), SlowLane.of(only, null), Treatment.REDACT);
  }

  /** With the rules that come with Guard. */
  public static Redactor standard() {
    return Standard.REDACTOR;
  }

  /** With those rules of it alone that {@code which} holds for, and the marks that go with them. */
  Redactor treating(Treatment other, Predicate<SecretAction> which) {
    List<Rule> secrets = other.strictestFirst(book.secrets(), which);
    return new Redactor(
        book,
        secrets.isEmpty()
            ? Packs.none()
            : secrets.equals(book.secrets()) ? detector : new Detector(secrets),
        slow == null ? null : slow.only(rule -> which.test(other.of(rule.id()))),
        other);
  }

  /** Whether it finds nothing, whatever the text. */
  boolean isIdle() {
    return detector == Packs.none() && slow == null;
  }

  /** What stands in the place of {@code secret}. */
  String mark(Rule rule, String secret) {
    return treatment.marking(rule.id()).mark(rule, secret);
  }

  Detector detector() {
    return detector;
  }

  /** What is looked for without keywords; {@code null} for nothing. */
  @Nullable SlowLane slow() {
    return slow;
  }

  /** The rule by which the value of a key of that name is a secret; {@code null} for none. */
  @Nullable Rule assigned(String name, String value) {
    return detector.assigned(name, value);
  }

  /** What is found in the text by a rule with keywords, as it stands there. */
  List<String> secrets(String text) {
    Matches matches = detector.find(text);
    List<String> secrets = new ArrayList<>();
    for (int i = 0; matches != null && i < matches.size(); i++) {
      secrets.add(text.substring(matches.start(i), matches.end(i)));
    }
    return secrets;
  }

  /** The text without secrets; {@code text} itself where there are none. */
  public String redact(String text) {
    return redact(text, null);
  }

  /**
   * The same; {@code tally} hears of each secret.
   *
   * @throws Denied where each one taken out uncovers, or is, another one
   */
  String redact(String text, @Nullable Tally tally) {
    String clean = text;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      Matches matches = detector.find(clean);
      if (matches == null) {
        return slow == null ? clean : slow.redact(clean, tally, this::mark);
      }
      clean = replace(clean, matches, tally);
    }
    throw new Denied(
        "output.secret", "its secrets are so entangled that they cannot be taken out of the text");
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
