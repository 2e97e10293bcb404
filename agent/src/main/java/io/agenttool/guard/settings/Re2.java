package io.agenttool.guard.settings;

import static java.util.Objects.requireNonNullElse;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Patterns of the user's: RE2 syntax, which is matched in linear time. */
public final class Re2 {
  private Re2() {}

  /** Why {@code pattern} is none, with the pattern in quotes; {@code null} where it is one. */
  public static @Nullable String fault(String pattern) {
    try {
      Pattern.compile(pattern);
      return null;
    } catch (PatternSyntaxException e) {
      String hint = isBeyond(pattern) ? "; RE2 has no look-around and no back-references" : "";
      return SettingsException.quoted(pattern)
          + " is not RE2: "
          + requireNonNullElse(e.getDescription(), "unreadable")
          + hint;
    }
  }

  private static boolean isBeyond(String pattern) {
    for (int i = 0; i + 1 < pattern.length(); i++) {
      char next = pattern.charAt(i + 1);
      if (pattern.charAt(i) == '\\') {
        if (next == 'k' || (next >= '1' && next <= '9')) {
          return true;
        }
        i++;
      } else if (pattern.startsWith("(?=", i)
          || pattern.startsWith("(?!", i)
          || pattern.startsWith("(?<=", i)
          || pattern.startsWith("(?<!", i)) {
        return true;
      }
    }
    return false;
  }
}
