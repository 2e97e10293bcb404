package io.agenttool.guard.screen;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of Guard's own tables that is compiled when it is first asked for: most never are, and
 * all of them together would cost the first tool of a JVM a fifth of a second. That each of them
 * can be compiled is for the tests of the tables; one that cannot denies the call.
 */
public final class LatePattern {
  private final String source;
  private final int flags;

  // Compiled twice by two threads, it is the same: no lock.
  private volatile @Nullable Pattern compiled;

  /**
   * @param source in re2 syntax
   * @param flags those of {@link Pattern#compile(String, int)}
   */
  public LatePattern(String source, int flags) {
    this.source = source;
    this.flags = flags;
  }

  /**
   * The pattern.
   *
   * @throws com.google.re2j.PatternSyntaxException where it is none
   */
  public Pattern get() {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(source, flags);
      compiled = pattern;
    }
    return pattern;
  }
}
