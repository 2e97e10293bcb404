package io.agenttool.guard.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

  /** Any text. */
  public static final OptionType<String> TEXT =
      new OptionType<>("text", "text", new Parsers.Text());

  /** {@code true} or {@code false}. */
  public static final OptionType<Boolean> FLAG =
      new OptionType<>("flag", "true or false", new Parsers.Flag());

  /** A number and its unit, with no space; from 1 ms to 365 days. */
  public static final OptionType<Duration> DURATIONS =
      new OptionType<>(
          "duration", "a duration such as 500ms, 30s, 5m, 1h or 7d", new Parsers.Durations());

  /** Bytes, from 1 to 1 TiB. */
  public static final OptionType<Long> SIZES =
      new OptionType<>("size", "a size such as 4096, 64k, 256m or 1g", new Parsers.Sizes(1L << 40));

  /** Bytes that are held in memory, from 1 to 1 GiB. */
  public static final OptionType<Long> BUFFER =
      new OptionType<>(
          "size", "a size up to 1g, such as 4096, 64k or 1m", new Parsers.Sizes(1L << 30));

  /** A whole number from 1. */
  public static final OptionType<Integer> COUNT =
      new OptionType<>("count", "a whole number from 1 to 999999999", new Parsers.Count());

  /** A finite decimal number. */
  public static final OptionType<Double> NUMBER =
      new OptionType<>("number", "a number such as -1, 0.5 or 1e6", new Parsers.Numbers());

  /** Texts with commas between them; in the policy file a list. */
  public static final OptionType<List<String>> LIST =
      new OptionType<>("list", "texts with commas between them", new Parsers.Lists(true, false));

  /** A {@link #LIST} that names something. */
  public static final OptionType<List<String>> SOME =
      new OptionType<>("list", "at least one text", new Parsers.Lists(false, false));

  /** A {@link #LIST} of host names. */
  public static final OptionType<List<String>> HOSTS =
      new OptionType<>(
          "hosts",
          "host names such as example.com, with a port or without, and no scheme, path or *",
          new Parsers.Lists(true, true));

  /** Rule ids, each with what happens to what it finds; in the policy file a map. */
  public static final OptionType<Map<String, SecretAction>> ACTIONS =
      new OptionType<>(
          "actions",
          "rule ids and redact, mask, hash, deny, warn or off, such as jwt=hash,own=deny",
          new Parsers.Actions());

  /** Rules of the user's: a file's name; in the policy file the rules themselves too. */
  public static final OptionType<SecretRules> RULES =
      new OptionType<>("rules", "a list of rules, or the name of a file", new Parsers.Rules());

  /** Methods by class, name and parameters. */
  static final OptionType<MethodPattern> METHODS =
      new OptionType<>(
          "methods",
          "a pattern of methods such as com.acme.Legacy#run(java.lang.String), com.acme.*#do* or"
              + " com.acme.**#run; no constructor, no class of java.*, no class of wildcards alone",
          new Parsers.Methods());

  /** Where a container engine listens. */
  public static final OptionType<String> ENDPOINT =
      new OptionType<>(
          "endpoint",
          "an endpoint such as unix:///var/run/docker.sock or tcp://127.0.0.1:2375",
          new Parsers.Endpoint());

  /** The constants of an enum, in lower case. */
  public static <E extends Enum<E>> OptionType<E> choice(Class<E> type) {
    Parsers.Choice<E> parser = new Parsers.Choice<>(type);
    String words = parser.words();
    return new OptionType<>(words, "one of ".concat(words), parser);
  }

  /** Whether its values are lists: in the policy file a list, elsewhere text with commas. */
  public boolean isList() {
    return parser instanceof Parsers.Lists;
  }

  /**
   * The value of a text that somebody wrote.
   *
   * @param where where it stands, for the message: {@code system property guard.mode}
   * @param what what is set, for the message; empty where {@code where} says it
   * @throws SettingsException for text that is no such value
   */
  T read(String where, String what, String text) {
    if (text.isEmpty() && !isList()) {
      throw new SettingsException(where, what + "is empty; it takes " + expected);
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          where, what + SettingsException.quoted(text) + " is not " + expected);
    }
  }
}
