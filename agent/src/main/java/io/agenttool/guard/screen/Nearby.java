package io.agenttool.guard.screen;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The few characters before and after a place in a text, as {@link PlainText} has them; what of
 * them is not ASCII is {@link Letters#OTHER}. Read as far as is asked for. Belongs to one thread.
 */
final class Nearby {
  private static final int BEFORE = 32;
  private static final int AFTER = 48;

  /** How much of what follows a pattern is tried on. */
  private static final int CALL = 16;

  private final byte[] letters = new byte[BEFORE + AFTER];
  private String text = "";
  private int place;
  private int start;
  private int end;

  /** Goes to a place. */
  void at(String text, int place) {
    this.text = text;
    this.place = place;
  }

  /** Lets go of the text. */
  void leave() {
    text = "";
  }

  /**
   * Whether the text goes on, behind the word that begins here, with one of {@code words}: signs at
   * once or after a space, letters after any signs.
   */
  boolean goesOnWith(List<byte[]> words) {
    readAfter();
    int at = BEFORE;
    while (at < end && isAlphanumeric(letters[at])) {
      at++;
    }
    if (areAt(words, at) || (at < end && isSpace(letters[at]) && areAt(words, at + 1))) {
      return true;
    }
    while (at < end && !isAlphanumeric(letters[at])) {
      at++;
    }
    return areAt(words, at);
  }

  private boolean areAt(List<byte[]> words, int at) {
    for (int i = 0; i < words.size(); i++) {
      if (isAt(words.get(i), at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word before this place ends with one of {@code words}. */
  boolean comesAfter(List<byte[]> words) {
    readBefore(true);
    end = BEFORE;
    int at = BEFORE;
    while (at > start && !isAlphanumeric(letters[at - 1])) {
      at--;
    }
    for (int i = 0; i < words.size(); i++) {
      byte[] word = words.get(i);
      if (at - word.length >= start && isAt(word, at - word.length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the pattern matches somewhere around. */
  boolean has(LatePattern pattern) {
    readBefore(false);
    readAfter();
    String around =
        new String(letters, start, Math.min(end, BEFORE + CALL) - start, StandardCharsets.US_ASCII);
    return pattern.get().matcher(around).find();
  }

  /**
   * @param word whether no more is asked for than the word before
   */
  private void readBefore(boolean word) {
    start = BEFORE;
    boolean inside = false;
    for (int i = place; i > 0 && start > 0; ) {
      char c = text.charAt(i - 1);
      int codePoint = Character.isSurrogate(c) ? text.codePointBefore(i) : c;
      i -= Character.charCount(codePoint);
      byte letter = Letters.of(codePoint);
      if (letter == Letters.MANY) {
        byte[] forms = Letters.forms(codePoint);
        for (int j = forms.length - 1; j >= 0 && start > 0; j--) {
          prepend(forms[j]);
        }
      } else if (letter != Letters.GONE) {
        prepend(letter);
        boolean alphanumeric = isAlphanumeric(letter);
        if (word && inside && !alphanumeric) {
          return;
        }
        inside = alphanumeric;
      }
    }
  }

  private void readAfter() {
    end = BEFORE;
    for (int i = place; i < text.length() && end < letters.length; ) {
      char c = text.charAt(i);
      int codePoint = Character.isSurrogate(c) ? text.codePointAt(i) : c;
      i += Character.charCount(codePoint);
      byte letter = Letters.of(codePoint);
      if (letter == Letters.MANY) {
        byte[] forms = Letters.forms(codePoint);
        for (int j = 0; j < forms.length && end < letters.length; j++) {
          append(forms[j]);
        }
      } else if (letter != Letters.GONE) {
        append(letter);
      }
    }
  }

  private void prepend(byte letter) {
    if (!isSpace(letter) || start == BEFORE || !isSpace(letters[start])) {
      letters[--start] = letter;
    }
  }

  private void append(byte letter) {
    if (!isSpace(letter) || end == BEFORE || !isSpace(letters[end - 1])) {
      letters[end++] = letter;
    }
  }

  private static boolean isSpace(byte letter) {
    return letter == ' ' || letter == '\n';
  }

  private boolean isAt(byte[] word, int at) {
    if (end - at < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (letters[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(byte letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  }
}
