package io.agenttool.guard.args;

import java.util.Set;

/** What a parameter's type can hold, told by its name: its class may not be loaded yet. */
enum TypeFit {
  /** Text. */
  TEXT,
  /** A number. */
  NUMBER,
  /** A path that is no text. */
  FILE,
  /** Elements of unknown types: a collection or an Optional. */
  HOLDER,
  /** Anything, as {@code Object} can. */
  ANY,
  /** Keys and values, or fields: no rule fits, and there may be text inside. */
  OTHER,
  /** Neither text nor anything that a rule fits. */
  NOTHING;

  private static final Set<String> TEXTS =
      Set.of(
          "java.lang.String",
          "java.lang.CharSequence",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.nio.CharBuffer",
          "char[]",
          "char",
          "java.lang.Character");
  private static final Set<String> NUMBERS =
      Set.of(
          "byte",
          "short",
          "int",
          "long",
          "float",
          "double",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Number",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong");
  private static final Set<String> FILES = Set.of("java.io.File", "java.nio.file.Path");
  private static final Set<String> HOLDERS =
      Set.of(
          "java.lang.Iterable",
          "java.util.Collection",
          "java.util.SequencedCollection",
          "java.util.List",
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.Vector",
          "java.util.Queue",
          "java.util.Deque",
          "java.util.ArrayDeque",
          "java.util.Set",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.SortedSet",
          "java.util.NavigableSet",
          "java.util.TreeSet",
          "java.util.Optional");
  private static final Set<String> ANYTHING =
      Set.of("java.lang.Object", "java.lang.Comparable", "java.io.Serializable");

  /** What a type can hold, arrays by their elements. */
  static TypeFit of(String type) {
    if (TEXTS.contains(type)) {
      return TEXT;
    }
    if (NUMBERS.contains(type)) {
      return NUMBER;
    }
    if (FILES.contains(type)) {
      return FILE;
    }
    if (HOLDERS.contains(type)) {
      return HOLDER;
    }
    if (ANYTHING.contains(type)) {
      return ANY;
    }
    if (type.endsWith("[]")) {
      return of(type.substring(0, type.length() - 2));
    }
    boolean opaque =
        type.equals("boolean")
            || type.equals("java.lang.Boolean")
            || type.equals("java.util.UUID")
            || type.startsWith("java.time.")
            || type.equals("java.util.Date");
    return opaque ? NOTHING : OTHER;
  }

  /** Whether there may be text in it to be screened. */
  boolean mayHoldText() {
    return switch (this) {
      case TEXT, HOLDER, ANY, OTHER -> true;
      case NUMBER, FILE, NOTHING -> false;
    };
  }
}
