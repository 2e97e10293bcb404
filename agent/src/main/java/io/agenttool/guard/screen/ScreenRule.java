package io.agenttool.guard.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param id its name in findings
 * @param keywords one of these begins every match; lower-case ASCII, without white space
 * @param needs one of these is in every match too, where the keywords are everyday words
 * @param then what follows the word that tells; empty for anything
 * @param before what the word before one of {@code needs} ends with; empty for anything
 * @param near what is around one of {@code needs}; {@code null} for anything
 * @param pattern what follows at a keyword's place, in {@link PlainText}
 * @param anchored the same, which reads no further than it must
 * @param window how many characters the pattern may look at; 0 for the rest of the text
 * @param matches texts that it is to find
 * @param passes texts that it is to leave alone
 */
record ScreenRule(
    String id,
    List<String> keywords,
    List<String> needs,
    List<String> then,
    List<String> before,
    @Nullable LatePattern near,
    LatePattern pattern,
    LatePattern anchored,
    int window,
    List<String> matches,
    List<String> passes) {

  /** The rarest words that a text with a match must have. */
  List<String> telling() {
    return needs.isEmpty() ? keywords : needs;
  }
}
