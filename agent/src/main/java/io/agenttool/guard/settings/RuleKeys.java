package io.agenttool.guard.settings;

import static io.agenttool.guard.settings.OptionType.FLAG;
import static io.agenttool.guard.settings.OptionType.LIST;
import static io.agenttool.guard.settings.OptionType.TEXT;

import java.util.List;

/** What a rule of the user's can say, under {@code output: rules:} or in a file of such rules. */
final class RuleKeys {
  static final Option<String> ID =
      new Option<>(
          "id",
          TEXT,
          "",
          "Its name in `output.actions` and, as `secret.ID`, in the audit log: small letters, digits"
              + " and `-`; no other rule has it.");

  static final Option<String> NAME =
      new Option<>(
          "name",
          TEXT,
          "",
          "What stands in the marker, in capitals: `ACME_KEY` gives `[REDACTED_ACME_KEY]`. Not said:"
              + " the id in capitals.");

  static final Option<String> FORM =
      new Option<>(
          "form",
          TEXT,
          "token",
          "`token`: the keyword and what `pattern` says follows it; `literal`: the keyword itself;"
              + " `assigned`: what is assigned to a key whose name has the keyword in it, where it"
              + " looks made by a machine; `password`: the same, whoever chose it; `header`: what an"
              + " HTTP header of that name carries; `userinfo`: the password in a URL whose scheme is"
              + " the keyword.");

  static final Option<List<String>> KEYWORDS =
      new Option<>(
          "keywords",
          LIST,
          "",
          "ASCII texts of four characters or more; one of them is in every such secret. Not said:"
              + " the pattern is searched for in the whole text, slowly; text of more than a million"
              + " characters is then withheld.");

  static final Option<Boolean> IGNORE_CASE =
      new Option<>("ignoreCase", FLAG, "false", "Whether keywords are found in any case.");

  static final Option<String> BEFORE =
      new Option<>(
          "before",
          TEXT,
          "",
          "What comes right before the keyword and belongs to the secret: one run of characters,"
              + " such as `[0-9]{6,12}`.");

  static final Option<String> PATTERN =
      new Option<>(
          "pattern",
          TEXT,
          "",
          "RE2 syntax, not matching the empty text. Of a token what follows the keyword, of an"
              + " assigned value the whole; a group in it is the secret alone.");

  static final Option<Boolean> JOINED =
      new Option<>(
          "joined",
          FLAG,
          "false",
          "Whether letters or digits may stand right before and after the secret.");

  static final Option<List<String>> CHECK =
      new Option<>(
          "check",
          LIST,
          "",
          "What a match must be besides: `entropy`, `digits`, `crc`, `jwt`, `luhn`, `mod97`.");

  static final Option<List<String>> MATCH =
      new Option<>(
          "match", LIST, "", "Texts with such a secret, tried at the start: each must be found.");

  static final Option<List<String>> CLEAN =
      new Option<>("clean", LIST, "", "Texts without one, tried at the start: none must be found.");

  /** Of a rule. */
  static final List<Option<?>> RULE =
      List.of(ID, NAME, FORM, KEYWORDS, IGNORE_CASE, BEFORE, PATTERN, JOINED, CHECK, MATCH, CLEAN);

  private RuleKeys() {}
}
