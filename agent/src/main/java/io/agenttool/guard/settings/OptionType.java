package io.agenttool.guard.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the text of a setting is read.
 *
 * @param name what the reference calls it: {@code duration}
 * @param expected what would have been right, for messages: {@code a duration such as 500ms, 30s,
 *     5m, 1h}
 * @param parser makes the value; throws {@link IllegalArgumentException} for text that is none
 * @param <T> the type of its values
 */
public record OptionType<T>(String name, String expected, Function<String, T> parser) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([bkmg]?)");

  /** Any text. */
  public static final OptionType<String> TEXT =
      new OptionType<>("text", "text", Function.identity());

  /** {@code true} or {@code false}. */
  public static final OptionType<Boolean> FLAG =
      new OptionType<>("flag", "true or false", OptionType::flag);

  /** A number and its unit, with no space. */
  public static final OptionType<Duration> DURATIONS =
      new OptionType<>(
          "duration", "a duration such as 500ms, 30s, 5m, 1h or 7d", OptionType::duration);

  /** Bytes. */
  public static final OptionType<Long> SIZES =
      new OptionType<>("size", "a size such as 4096, 64k, 256m or 1g", OptionType::size);

  /** A whole number from 1. */
  public static final OptionType<Integer> COUNT =
      new OptionType<>("count", "a whole number from 1 to 999999999", OptionType::count);

  /** Texts with commas between them; in the policy file a list. */
  public static final OptionType<List<String>> LIST =
      new OptionType<>("list", "texts with commas between them", OptionType::list);

  /** The constants of an enum, in lower case. */
  public static <E extends Enum<E>> OptionType<E> choice(Class<E> type) {
    String words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" | "));
    return new OptionType<>(
        words,
        "one of " + words,
        text -> {
          for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
              return constant;
            }
          }
          throw new IllegalArgumentException(text);
        });
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Duration duration(String text) {
    Matcher match = DURATION.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(text);
    }
    long count = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static Long size(String text) {
    Matcher match = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      throw new IllegalArgumentException(text);
    }
    long count = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "k" -> count << 10;
      case "m" -> count << 20;
      case "g" -> count << 30;
      default -> count;
    };
  }

  private static Integer count(String text) {
    if (!text.matches("\\d{1,9}") || text.matches("0+")) {
      throw new IllegalArgumentException(text);
    }
    return Integer.valueOf(text);
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
