package io.agenttool.guard.weave;

import java.util.Set;

/**
 * Libraries that declare no tools for their users to inherit. The JVM shows a class before its
 * supertypes, and to ask the loader for those of a framework's every class takes longer than all
 * else that is done at a start. What is said here is a guess, and {@link Lineage#wasOverlooked
 * checked} when the class itself is shown.
 */
final class ToollessLibraries {
  /** Packages with all that are in them. Spring AI's, which have tools, are not among them. */
  private static final Set<String> PACKAGES =
      Set.of(
          "ch/qos/logback",
          "com/fasterxml/jackson",
          "com/zaxxer/hikari",
          "io/micrometer",
          "io/netty",
          "jakarta",
          "javax",
          "jdk/internal",
          "kotlin",
          "kotlinx",
          "org/aopalliance",
          "org/apache/catalina",
          "org/apache/coyote",
          "org/apache/juli",
          "org/apache/logging",
          "org/apache/tomcat",
          "org/hibernate",
          "org/slf4j",
          "org/springframework/aop",
          "org/springframework/aot",
          "org/springframework/asm",
          "org/springframework/beans",
          "org/springframework/boot",
          "org/springframework/cache",
          "org/springframework/cglib",
          "org/springframework/context",
          "org/springframework/core",
          "org/springframework/data",
          "org/springframework/expression",
          "org/springframework/format",
          "org/springframework/http",
          "org/springframework/jdbc",
          "org/springframework/jmx",
          "org/springframework/jndi",
          "org/springframework/lang",
          "org/springframework/objenesis",
          "org/springframework/orm",
          "org/springframework/scheduling",
          "org/springframework/security",
          "org/springframework/stereotype",
          "org/springframework/transaction",
          "org/springframework/ui",
          "org/springframework/util",
          "org/springframework/validation",
          "org/springframework/web",
          "org/w3c",
          "org/xml",
          "reactor",
          "tools/jackson");

  private static final int DEPTH = 3;

  private ToollessLibraries() {}

  /** Whether a class of that internal name is in one of them. */
  static boolean have(String name) {
    int slash = -1;
    for (int depth = 0; depth < DEPTH; depth++) {
      slash = name.indexOf('/', slash + 1);
      if (slash < 0) {
        return false;
      }
      if (PACKAGES.contains(name.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }
}
