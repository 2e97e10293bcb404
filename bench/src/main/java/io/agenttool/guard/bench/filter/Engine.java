package io.agenttool.guard.bench.filter;

/** Who looks through a text. */
public enum Engine {
  GUARD("Guard", "guard"),
  RE2_IN_TURN("re2j, rules in turn", "re2InTurn"),
  RE2_IN_ONE("re2j, one alternation", "re2InOne"),
  JAVA_IN_TURN("java.util.regex, rules in turn", "javaInTurn"),
  JAVA_IN_ONE("java.util.regex, one alternation", "javaInOne"),
  AHO_CORASICK("Aho-Corasick, keywords alone", "ahoCorasick"),
  HYPERSCAN("Hyperscan", "hyperscan");

  private final String title;
  private final String method;

  Engine(String title, String method) {
    this.title = title;
    this.method = method;
  }

  /** For the reader. */
  public String title() {
    return title;
  }

  /** Whether a megabyte takes it seconds. */
  public boolean isSlow() {
    return switch (this) {
      case RE2_IN_TURN, RE2_IN_ONE, JAVA_IN_TURN, JAVA_IN_ONE -> true;
      case GUARD, AHO_CORASICK, HYPERSCAN -> false;
    };
  }

  /** The benchmark. */
  public String benchmark() {
    return Filtering.class.getName() + "." + method;
  }
}
