package io.agenttool.guard.evidence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Takes secrets out of what is written down. */
public final class Redaction {
  /** What stands for a value whose name says that it is a secret. */
  static final String HIDDEN = "[REDACTED]";

  /** Shaped like a password, and none. */
  private static final String PROBE = "Zk3vQ9xT" + "7mLp2RfW8c";

  private static final int LONGEST_NAME = 100;
  private static final int NAMES_KEPT = 1000;

  private final UnaryOperator<String> redact;
  private final Map<String, Boolean> secretNames = new ConcurrentHashMap<>();

  /**
   * @param redact gives a text with every secret in it replaced; the text itself where there is
   *     none
   */
  public Redaction(UnaryOperator<String> redact) {
    this.redact = redact;
  }

  /** A text, with every secret in it replaced. */
  public String text(String text) {
    return redact.apply(text);
  }

  /**
   * Whether a value of this name is a secret whatever it looks like: {@code password}, {@code
   * api_key}. The rules for {@code name=value} in text decide, so that there is one list of names.
   */
  public boolean hides(String name) {
    if (name.length() > LONGEST_NAME) {
      return false;
    }
    Boolean known = secretNames.get(name);
    if (known == null) {
      known = !redact.apply(name + "=" + PROBE).contains(PROBE);
      if (secretNames.size() < NAMES_KEPT) {
        secretNames.put(name, known);
      }
    }
    return known;
  }
}
