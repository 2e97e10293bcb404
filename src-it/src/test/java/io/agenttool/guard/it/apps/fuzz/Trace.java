package io.agenttool.guard.it.apps.fuzz;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a generated class can reach: where it says how far it came, and where its values are. */
public final class Trace {
  private static final StringBuilder MARKS = new StringBuilder();
  private static Object[] arguments = {};
  private static @Nullable Object result;
  private static int again;

  private Trace() {}

  /** Begins a call with these arguments. */
  static void begin(Object[] given) {
    MARKS.setLength(0);
    arguments = given;
    result = "none";
    again = 2;
  }

  /** Called by each block of a body. */
  public static void mark(int block) {
    MARKS.append('.').append(block);
  }

  /** True twice a call: for a body that calls itself, and one that begins with a loop. */
  public static boolean again() {
    return again-- > 0;
  }

  /** The arguments that a generated caller passes on. */
  public static Object[] arguments() {
    return arguments;
  }

  /** Takes what the tool gave to a generated caller. */
  public static void give(@Nullable Object value) {
    result = value;
  }

  /** What the tool gave, in words. */
  static String result() {
    String text = Arrays.deepToString(new Object[] {result});
    return text.codePoints()
        .mapToObj(each -> each < ' ' || each > '~' ? "\\" + each : Character.toString(each))
        .collect(java.util.stream.Collectors.joining());
  }

  /** The blocks that were entered. */
  static String marks() {
    return MARKS.toString();
  }
}
