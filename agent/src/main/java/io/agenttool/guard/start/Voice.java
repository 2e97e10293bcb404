package io.agenttool.guard.start;

/** Guard's few words, on standard error: the application's loggers are not ours to touch. */
final class Voice {
  private Voice() {}

  static void say(String line) {
    System.err.println("guard: " + line);
  }
}
