package io.agenttool.guard.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Fills in the templates of the held-out corpus: what stands between ⟦ and ⟧ is drawn from a seed,
 * so that no file of the repository holds a value that could be taken for somebody's secret.
 */
final class Drawing {

  private static final String DIGITS = "0123456789";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String BASE62 = DIGITS + UPPER + LOWER;
  private static final List<String> WORDS =
      List.of(
          ("orchard ledger harbor meadow copper lantern granite willow saffron pebble cobalt"
                  + " juniper anvil thistle quarry falcon ember walnut glacier marble orbit canyon"
                  + " velvet hazel raven tundra pollen cedar drift maple quill basil")
              .split(" ", -1));

  private final Random random;
  private final List<String> keys;
  private String lastKey = "";

  /**
   * @param seed the same seed draws the same values
   * @param keys names of keys, as words with spaces, for ⟦key:…⟧
   */
  Drawing(long seed, List<String> keys) {
    this.random = new Random(seed);
    this.keys = keys;
  }

  /** The template with every ⟦generator:argument⟧ drawn; the innermost first. */
  String fill(String template) {
    StringBuilder text = new StringBuilder(template);
    for (int close = text.indexOf("⟧"); close >= 0; close = text.indexOf("⟧")) {
      int open = text.lastIndexOf("⟦", close);
      String[] call = text.substring(open + 1, close).split(":", 2);
      text.replace(open, close + 1, draw(call[0], call.length == 1 ? "" : call[1]));
    }
    return text.toString().replace('⏎', '\n');
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private String draw(String generator, String argument) {
    return switch (generator) {
      case "base62", "b64alnum" -> chars(BASE62, argument);
      case "b64", "b64u" -> chars(BASE62 + (generator.equals("b64") ? "+/" : "-_"), argument);
      case "crypt64" -> chars(BASE62 + "./", argument);
      case "hex" -> chars(DIGITS + "abcdef", argument);
      case "HEX" -> chars(DIGITS + "ABCDEF", argument);
      case "b32" -> chars(UPPER + "234567", argument);
      case "bech32" -> chars("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", argument);
      case "bech32low" -> chars("qpzry9x8gf2tvdw0s3jn54khce6mua7l", argument);
      case "digits" -> chars(DIGITS, argument);
      case "letters" -> chars(UPPER + LOWER, argument);
      case "lownum" -> chars(LOWER + DIGITS, argument);
      case "upnum" -> chars(UPPER + DIGITS, argument);
      case "secretchars" -> chars(BASE62 + "~._-", argument);
      case "djangochars" -> chars(LOWER + DIGITS + "!@#$%^&*(-_=+)", argument);
      case "wpsalt" -> chars(BASE62 + "!@#$%^&*()-_[]{}<>~`+=,.;:/?| ", argument);
      case "int" -> String.valueOf(between(argument));
      case "pick" -> pick(List.of(argument.split("\\|", -1)));
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "word" -> pick(WORDS);
      case "Word" -> capital(pick(WORDS));
      case "UPWORD" -> pick(WORDS).toUpperCase(Locale.ROOT);
      case "user" -> pick(List.of("svc_", "app-", "deploy.", "")) + pick(WORDS);
      case "db" -> pick(WORDS) + "_" + pick(List.of("prod", "main", "reports"));
      case "host" -> pick(WORDS) + "." + pick(List.of("acme.io", "internal", "corp.net"));
      case "email" -> pick(WORDS) + "." + pick(WORDS) + "@acme.io";
      case "ip" -> "10." + between("0-255") + "." + between("0-255") + "." + between("1-254");
      case "time" ->
          "2024-0" + between("1-9") + "-" + between("10-28") + "T" + between("10-23") + ":20:31.5Z";
      case "key" -> key(argument);
      case "base64" ->
          Base64.getEncoder().encodeToString(argument.getBytes(StandardCharsets.UTF_8));
      case "base64u" -> base64Url(argument);
      case "crc62" -> withChecksum(argument);
      case "jwt" -> jwt();
      case "pem", "jsonpem", "openssh", "pgp" -> new KeyMaterial(random).draw(generator, argument);
      default -> password(generator);
    };
  }

  /**
   * A password as people and generators make them, written for the quotes that the generator names.
   */
  private String password(String generator) {
    String plain =
        pick(List.of("-", "_", ".", "")).isEmpty() ? made() : mixed(10 + below(11), "!@#%^*_+.-~");
    String rich = mixed(10 + below(11), "!@#%^*_+.-~ &<>'\"\\/");
    return switch (generator) {
      case "plainpass" -> plain;
      case "wordpass" -> mixed(12 + below(9), "_-");
      case "jsonpass" -> rich.replace("\\", "\\\\").replace("\"", "\\\"");
      case "sqlpass" -> mixed(10 + below(11), "!@#%^*_+.-~ '").replace("'", "''");
      case "phppass" -> mixed(10 + below(11), "!@#%^*_+.-~ '").replace("'", "\\'");
      case "xmlpass" ->
          rich.replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;");
      case "urlpass" -> percent(mixed(10 + below(11), "!@#%^*_+.-~&/:?"));
      case "any" -> any();
      default -> throw new IllegalArgumentException("no such generator: " + generator);
    };
  }

  private String any() {
    return switch (below(8)) {
      case 0, 1 -> chars(BASE62, "20-40");
      case 2 -> chars(DIGITS + "abcdef", pick(List.of("32", "40", "64")));
      case 3 -> chars(BASE62 + "+/", "43") + "=";
      case 4 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 5, 6 -> mixed(12 + below(9), "_-");
      default -> pick(WORDS) + "-" + pick(WORDS) + "-" + between("10-99") + "-" + pick(WORDS);
    };
  }

  private String made() {
    return capital(pick(WORDS)) + between("1950-2031") + pick(List.of("!", "#", "!x", "$a", "*"));
  }

  /** Begins with a letter, and has at least a digit, a capital and one of the marks. */
  private String mixed(int length, String marks) {
    StringBuilder text = new StringBuilder(chars(LOWER + UPPER, "1"));
    text.append(chars(BASE62 + marks, String.valueOf(length - 4)));
    text.insert(1 + below(text.length() - 1), chars(marks, "1"));
    text.insert(1 + below(text.length() - 1), chars(DIGITS, "1"));
    return text.append(chars(UPPER, "1")).toString();
  }

  private String key(String style) {
    if (!style.equals("same")) {
      lastKey = inStyle(style, pick(keys));
    }
    return lastKey;
  }

  private static String inStyle(String style, String words) {
    String capitals =
        Arrays.stream(words.split(" ", -1)).map(Drawing::capital).collect(Collectors.joining());
    return switch (style) {
      case "snake" -> words.replace(' ', '_');
      case "SNAKE" -> words.replace(' ', '_').toUpperCase(Locale.ROOT);
      case "kebab" -> words.replace(' ', '-');
      case "dotted" -> words.replace(' ', '.');
      case "words" -> words;
      case "Words" -> capital(words);
      case "Camel" -> capitals;
      case "camel" -> capitals.substring(0, 1).toLowerCase(Locale.ROOT) + capitals.substring(1);
      default -> throw new IllegalArgumentException("no such style of keys: " + style);
    };
  }

  /** RFC 7519, with the header of a common algorithm and a signature of its length. */
  private String jwt() {
    String algorithm = pick(List.of("HS256", "RS256", "ES256"));
    String claims =
        "{\"sub\":\""
            + pick(WORDS)
            + "\",\"iss\":\"https://acme.io\",\"exp\":17"
            + chars(DIGITS, "8")
            + "}";
    return base64Url("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}")
        + "."
        + base64Url(claims)
        + "."
        + chars(
            BASE62 + "-_",
            algorithm.equals("HS256") ? "43" : algorithm.equals("ES256") ? "86" : "342");
  }

  /**
   * GitHub, "Behind GitHub's new authentication token formats": the CRC-32 of the random part in
   * six base-62 digits.
   */
  private static String withChecksum(String prefixAndRandom) {
    String random = prefixAndRandom.substring(prefixAndRandom.indexOf('|') + 1);
    CRC32 crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.US_ASCII));
    StringBuilder checksum = new StringBuilder();
    for (long rest = crc.getValue(); checksum.length() < 6; rest /= 62) {
      checksum.insert(0, BASE62.charAt((int) (rest % 62)));
    }
    return prefixAndRandom.replace("|", "") + checksum;
  }

  /** RFC 3986, 2.1: everything but the unreserved characters. */
  static String percent(String text) {
    StringBuilder encoded = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c > 127 || (BASE62 + "-._~").indexOf(c) >= 0) {
                encoded.append((char) c);
              } else {
                encoded.append(String.format("%%%02X", c));
              }
            });
    return encoded.toString();
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private String chars(String alphabet, String length) {
    IntUnaryOperator next = i -> alphabet.charAt(random.nextInt(alphabet.length()));
    StringBuilder text = new StringBuilder();
    for (int i = length.contains("-") ? (int) between(length) : Integer.parseInt(length);
        i > 0;
        i--) {
      text.append((char) next.applyAsInt(i));
    }
    return text.toString();
  }

  private long between(String range) {
    String[] ends = range.split("-", -1);
    long low = Long.parseLong(ends[0]);
    return low + (long) (random.nextDouble() * (Long.parseLong(ends[1]) - low + 1));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
