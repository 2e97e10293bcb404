package io.agenttool.guard.weave;

/** A class with tools that can be neither woven nor refused one by one: it is not loaded. */
final class Unguardable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unguardable(String why) {
    super(why);
  }
}
