package io.agenttool.guard.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a rule of {@code match:} is about.
 *
 * <pre>
 * pattern = class "#" method [ "(" [ type { "," type } ] ")" ]
 * class   = binary name: com.acme.Legacy, com.acme.Legacy$Inner
 * method  = name
 * type    = erased type as in the source, by its binary name: int, java.lang.String, byte[]
 * </pre>
 *
 * <p>In each of the three {@code *} is any characters but a dot, and {@code **} any. Without a
 * parameter list it is about every overload.
 */
public final class MethodPattern {
  private final String text;
  private final NamePattern className;
  private final NamePattern method;
  private final @Nullable List<NamePattern> types;

  private MethodPattern(
      String text, NamePattern className, NamePattern method, @Nullable List<NamePattern> types) {
    this.text = text;
    this.className = className;
    this.method = method;
    this.types = types;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException for text that is none, for constructors, for classes of the
   *     JDK, which are not woven, and for a class of wildcards alone, which would be every class
   */
  static MethodPattern parse(String text) {
    int hash = text.indexOf('#');
    int open = text.indexOf('(', hash);
    int end = open < 0 ? text.length() : open;
    require(hash > 0 && end > hash + 1 && (open < 0 || text.endsWith(")")), text);
    String className = text.substring(0, hash);
    String method = text.substring(hash + 1, end);
    require(isName(className, "$.") && !className.startsWith("java."), text);
    require(isName(method, "$-") && !onlyWildcards(className), text);
    return new MethodPattern(
        text,
        new NamePattern(className.replace('.', '/'), '/'),
        new NamePattern(method, '.'),
        open < 0 ? null : types(text.substring(open + 1, text.length() - 1)));
  }

  private static List<NamePattern> types(String list) {
    List<NamePattern> types = new ArrayList<>();
    int start = 0;
    while (!list.isBlank() && start <= list.length()) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      String type = list.substring(start, end).strip();
      String element = type;
      while (element.endsWith("[]")) {
        element = element.substring(0, element.length() - 2);
      }
      require(isName(element, "$."), list);
      types.add(new NamePattern(type, '.'));
      start = end + 1;
    }
    return types;
  }

  private static boolean isName(String text, String also) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '*' && also.indexOf(c) < 0 && !Character.isJavaIdentifierPart(c)) {
        return false;
      }
    }
    return !text.isEmpty()
        && !text.startsWith(".")
        && !text.endsWith(".")
        && !text.contains("..")
        && !text.contains("***");
  }

  private static boolean onlyWildcards(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isJavaIdentifierPart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean good, String text) {
    if (!good) {
      throw new IllegalArgumentException(text);
    }
  }

  /**
   * Whether methods of a class can be meant. Asked of every class that is loaded: costs a look at
   * the beginning of the name for most.
   *
   * @param internalName {@code com/acme/Legacy}
   */
  public boolean mayBeIn(String internalName) {
    return className.matches(internalName);
  }

  /**
   * Whether a method of a class that {@link #mayBeIn} is meant.
   *
   * @param name the method's
   * @param parameters the erased types of its parameters as {@link Class#getTypeName} writes them
   */
  public boolean matches(String name, List<String> parameters) {
    if (!method.matches(name)) {
      return false;
    }
    if (types == null) {
      return true;
    }
    if (types.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!types.get(i).matches(parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
