package io.agenttool.guard.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of secret, as the rule pack has it.
 *
 * @param id its name in settings and the audit log: {@code aws-access-key}
 * @param name what stands in the marker: {@code AWS_KEY} gives {@code [REDACTED_AWS_KEY]}
 * @param form which code recognises it
 * @param keywords ASCII texts of at least {@value KeywordFilter#SHORTEST} characters; one of them
 *     is in every secret of this kind
 * @param ignoreCase whether the keywords are found in any case
 * @param before what must come before the keyword and belongs to the secret: one run, in re2
 *     syntax; {@code null} for nothing
 * @param pattern re2 syntax: of a token what follows the keyword, of an assigned value the whole;
 *     of a literal its text; {@code null} for forms that need none
 * @param checks what a match must be besides
 * @param joined whether it is also found straight after a letter or a digit
 * @param match texts that hold one
 * @param clean texts that look like one and hold none
 */
record Rule(
    String id,
    String name,
    Form form,
    List<String> keywords,
    boolean ignoreCase,
    @Nullable String before,
    @Nullable String pattern,
    List<String> checks,
    boolean joined,
    List<String> match,
    List<String> clean) {

  /** Which code recognises a secret. */
  enum Form {
    /** A token that {@link Rule#pattern} describes. */
    TOKEN,
    /** The keyword itself; where there is none, {@link Rule#pattern} to the letter. */
    LITERAL,
    /** The password of a URL whose scheme is the keyword. */
    USERINFO,
    /** What a header named by the keyword carries. */
    HEADER,
    /** What is assigned to a key whose name has the keyword in it, whoever chose it. */
    PASSWORD,
    /** The same, where a machine made it: letters and digits. */
    ASSIGNED,
    /** A PEM or OpenPGP block of a private key. */
    BLOCK
  }

  /** What stands in the place of the secret. */
  String marker() {
    return "[REDACTED_" + name + "]";
  }
}
