package io.agenttool.guard.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The word that was probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The one of {@code known} with the fewest edits to {@code word} (Levenshtein distance), or
   * {@code null} where more than a third of the word, and more than two letters, would change.
   */
  public static @Nullable String of(String word, List<String> known) {
    int best = Math.max(2, word.length() / 3) + 1;
    String nearest = null;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
