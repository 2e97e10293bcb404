package io.agenttool.guard.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the user's for one kind of secret, as it is written; what its words mean is for those
 * to say who look for secrets.
 *
 * @param id its name in settings and findings
 * @param name what stands in the marker; {@code null} where it follows from the id
 * @param form how it is recognised, such as {@code token}
 * @param keywords texts of which one is in every such secret; empty for none
 * @param ignoreCase whether these are found in any case
 * @param before what comes before the keyword and belongs to the secret
 * @param pattern what follows the keyword, or all of it where there is none
 * @param joined whether letters and digits may stand right before and after
 * @param checks what a match must be besides
 * @param match texts that hold such a secret
 * @param clean texts that hold none
 * @param places where each key's value stands, for messages; under the empty key the rule itself
 */
public record SecretRule(
    String id,
    @Nullable String name,
    String form,
    List<String> keywords,
    boolean ignoreCase,
    @Nullable String before,
    @Nullable String pattern,
    boolean joined,
    List<String> checks,
    List<String> match,
    List<String> clean,
    Map<String, String> places) {

  /** A refusal of what {@code key} says. */
  public SettingsException wrong(String key, String what) {
    String where = places.getOrDefault(key, Objects.requireNonNull(places.get("")));
    return new SettingsException(where, "output.rules " + id + ": " + what);
  }

  /** Those of the keys of a rule, read. */
  static SecretRule of(Section section, String where) {
    Map<String, String> places = new java.util.HashMap<>(Map.of("", where));
    for (Option<?> key : RuleKeys.RULE) {
      Node.Position at = section.at(key);
      if (at != null) {
        places.put(key.name(), at.toString());
      }
    }
    String id = section.get(RuleKeys.ID);
    if (id == null) {
      throw new SettingsException(where, "a rule of output.rules needs an id");
    }
    return new SecretRule(
        id,
        section.get(RuleKeys.NAME),
        said(section, RuleKeys.FORM),
        said(section, RuleKeys.KEYWORDS),
        said(section, RuleKeys.IGNORE_CASE),
        section.get(RuleKeys.BEFORE),
        section.get(RuleKeys.PATTERN),
        said(section, RuleKeys.JOINED),
        said(section, RuleKeys.CHECK),
        said(section, RuleKeys.MATCH),
        said(section, RuleKeys.CLEAN),
        places);
  }

  private static <T> T said(Section section, Option<T> key) {
    T said = section.get(key);
    return said != null ? said : key.type().parser().apply(key.standard());
  }
}
