package io.agenttool.guard.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The parsers behind {@link OptionType}. Plain classes and loops: they run before the application's
 * {@code main}, where the first lambda and the first regular expression cost milliseconds.
 */
final class Parsers {

  private Parsers() {}

  static final class Text implements Function<String, String> {
    @Override
    public String apply(String text) {
      return text;
    }
  }

  static final class Flag implements Function<String, Boolean> {
    @Override
    public Boolean apply(String text) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(text);
      };
    }
  }

  /** From 1 ms to 365 days, so that it fits into a {@code long} of nanoseconds. */
  static final class Durations implements Function<String, Duration> {
    private static final Duration GREATEST = Duration.ofDays(365);

    @Override
    public Duration apply(String text) {
      int unit = digits(text);
      long count = number(text, unit);
      Duration duration =
          switch (text.substring(unit)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException(text);
          };
      if (duration.isZero() || duration.compareTo(GREATEST) > 0) {
        throw new IllegalArgumentException(text);
      }
      return duration;
    }
  }

  /** From 1 byte: container engines take 0 for "no limit". */
  record Sizes(long greatest) implements Function<String, Long> {
    @Override
    public Long apply(String text) {
      int unit = digits(text);
      long count = number(text, unit);
      int shift =
          switch (text.substring(unit)) {
            case "", "b", "B" -> 0;
            case "k", "K" -> 10;
            case "m", "M" -> 20;
            case "g", "G" -> 30;
            default -> throw new IllegalArgumentException(text);
          };
      long size = count << shift;
      if (size == 0 || size > greatest) {
        throw new IllegalArgumentException(text);
      }
      return size;
    }
  }

  static final class Count implements Function<String, Integer> {
    @Override
    public Integer apply(String text) {
      int count = (int) number(text, text.length());
      if (count == 0) {
        throw new IllegalArgumentException(text);
      }
      return count;
    }
  }

  /** Finite and decimal: neither {@code NaN} nor Java's {@code 0x1p3} and {@code 1d}. */
  static final class Numbers implements Function<String, Double> {
    @Override
    public Double apply(String text) {
      for (int i = 0; i < text.length(); i++) {
        if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
          throw new IllegalArgumentException(text);
        }
      }
      double number = Double.parseDouble(text);
      if (Double.isInfinite(number)) {
        throw new IllegalArgumentException(text);
      }
      return number;
    }
  }

  /**
   * Texts with commas between them.
   *
   * @param mayBeEmpty whether a list of nothing means something
   * @param hosts whether each is the name of a host
   */
  record Lists(boolean mayBeEmpty, boolean hosts) implements Function<String, List<String>> {
    @Override
    public List<String> apply(String text) {
      List<String> elements = new ArrayList<>();
      int start = 0;
      while (start <= text.length() && !text.isEmpty()) {
        int comma = text.indexOf(',', start);
        int end = comma < 0 ? text.length() : comma;
        elements.add(element(text.substring(start, end).strip()));
        start = end + 1;
      }
      return checked(elements);
    }

    /** An element by itself, as the policy file has it: commas are its own. */
    String element(String text) {
      if (text.isEmpty() || (hosts && !isHost(text))) {
        throw new IllegalArgumentException(text);
      }
      return text;
    }

    List<String> checked(List<String> elements) {
      if (elements.isEmpty() && !mayBeEmpty) {
        throw new IllegalArgumentException("");
      }
      return List.copyOf(elements);
    }

    /** Labels and dots (RFC 1123), or their Unicode form, and perhaps a port. */
    private static boolean isHost(String written) {
      int colon = written.indexOf(':');
      String text = colon < 0 ? written : written.substring(0, colon);
      String port = written.substring(text.length());
      if (text.isEmpty() || (!port.isEmpty() && !isPort(port.substring(1)))) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c != '-' && c != '_' && c != '.' && !Character.isLetterOrDigit(c)) {
          return false;
        }
      }
      return !text.startsWith(".") && !text.contains("..");
    }
  }

  private static boolean isPort(String text) {
    return digits(text) == text.length()
        && !text.isEmpty()
        && text.length() <= 5
        && Integer.parseInt(text) > 0
        && Integer.parseInt(text) <= 65535;
  }

  /** {@code id=action}, with commas between them. */
  static final class Actions implements Function<String, Map<String, SecretAction>> {
    private static final Choice<SecretAction> ACTION = new Choice<>(SecretAction.class);

    @Override
    public Map<String, SecretAction> apply(String text) {
      Map<String, SecretAction> actions = new LinkedHashMap<>();
      for (String element : new Lists(true, false).apply(text)) {
        int equals = element.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException(text);
        }
        String id = element.substring(0, equals).strip();
        actions.put(id, action(element.substring(equals + 1).strip()));
      }
      return Collections.unmodifiableMap(actions);
    }

    /** One of them, as the policy file has it. */
    SecretAction action(String text) {
      return ACTION.apply(text);
    }

    String words() {
      return ACTION.words();
    }
  }

  /** The name of a file; nothing for no rules. */
  static final class Rules implements Function<String, SecretRules> {
    @Override
    public SecretRules apply(String text) {
      return new SecretRules(text.isEmpty() ? null : text, List.of());
    }
  }

  /** Methods by class, name and parameters. */
  static final class Methods implements Function<String, MethodPattern> {
    @Override
    public MethodPattern apply(String text) {
      return MethodPattern.parse(text);
    }
  }

  /** Where a container engine listens. */
  static final class Endpoint implements Function<String, String> {
    @Override
    public String apply(String text) {
      boolean socket = text.startsWith("unix:///") && text.length() > "unix:///".length();
      boolean port = text.startsWith("tcp://") && text.length() > "tcp://".length();
      if (!socket && !port) {
        throw new IllegalArgumentException(text);
      }
      return text;
    }
  }

  /** One fixed word. */
  record Word(String word) implements Function<String, String> {
    @Override
    public String apply(String text) {
      if (!text.equals(word)) {
        throw new IllegalArgumentException(text);
      }
      return text;
    }
  }

  /** The constants of an enum, in lower case. */
  record Choice<E extends Enum<E>>(Class<E> type) implements Function<String, E> {
    @Override
    public E apply(String text) {
      for (E constant : type.getEnumConstants()) {
        if (word(constant).equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException(text);
    }

    String words() {
      StringBuilder words = new StringBuilder();
      for (E constant : type.getEnumConstants()) {
        words.append(words.length() == 0 ? "" : " | ").append(word(constant));
      }
      return words.toString();
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many ASCII digits {@code text} begins with. */
  private static int digits(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static long number(String text, int end) {
    if (end == 0 || end > 9 || digits(text) < end) {
      throw new IllegalArgumentException(text);
    }
    return Long.parseLong(text, 0, end, 10);
  }
}
