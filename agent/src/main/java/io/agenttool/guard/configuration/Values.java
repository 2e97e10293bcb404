package io.agenttool.guard.configuration;

/** Is told of what configuration says. */
@FunctionalInterface
public interface Values {

  /**
   * One value. A name can come more than once: in several files, profiles or elements of a list.
   *
   * @param name the keys that lead to it, with dots between them: {@code
   *     spring.datasource.password}
   * @param value as it is written, without its quotes and escapes
   */
  void value(String name, String value);
}
