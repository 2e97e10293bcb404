package io.agenttool.guard.weave;

/** Bodies whose ends are easily missed. */
@SuppressWarnings("unused") // called by reflection, once woven
final class WovenSample {
  private int finallies;

  String echo(String text) {
    return text;
  }

  String swallows(String text) {
    try {
      return work(text);
    } catch (SecurityException e) {
      return "swallowed " + e.getMessage();
    }
  }

  synchronized String inFinally(String text) {
    try {
      if (text.isEmpty()) {
        return "empty";
      }
      return work(text);
    } finally {
      finallies++;
    }
  }

  int finallies() {
    return finallies;
  }

  /** Its first instruction is one that it jumps back to. */
  static long loops(long count, double step, int[] sum) {
    while (count-- > 0) {
      sum[0] += (int) step;
      if (sum[0] > 100) {
        return -1L;
      }
    }
    long wide = sum[0];
    for (byte b = 0; b < 2; b++) {
      double d = wide * 0.5;
      wide += (long) d;
    }
    return wide;
  }

  static String all(
      boolean z, byte b, char c, short s, int i, long j, float f, double d, String[] texts) {
    return z + " " + b + " " + c + " " + s + " " + i + " " + j + " " + f + " " + d + " " + texts[0];
  }

  static double half(double whole) {
    return whole / 2;
  }

  void nothing() {}

  private static String work(String text) {
    if (text.equals("no")) {
      throw new SecurityException("of the body");
    }
    return text + "!";
  }
}
