package io.agenttool.guard.output;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places of a rule's examples, so that no file of this project holds a secret's form. */
final class Templates {
  private static final Pattern PLACE = Pattern.compile("<([wahHbudlUqzg])(\\d+)>");
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = LOWER.toUpperCase(java.util.Locale.ROOT);
  private static final String DIGITS = "0123456789";

  private Templates() {}

  static String fill(String template, Random random) {
    Matcher places = PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (places.find()) {
      String some = some(places.group(1), Integer.parseInt(places.group(2)), random);
      places.appendReplacement(text, Matcher.quoteReplacement(some));
    }
    return places.appendTail(text).toString();
  }

  private static String some(String kind, int count, Random random) {
    String alphabet =
        switch (kind) {
          case "w" -> LOWER + UPPER + DIGITS;
          case "a" -> UPPER + "234567";
          case "h" -> DIGITS + "abcdef";
          case "H" -> DIGITS + "ABCDEF";
          case "b" -> LOWER + UPPER + DIGITS + "+/";
          case "u" -> UPPER + DIGITS;
          case "d" -> DIGITS;
          case "U" -> UPPER;
          case "q" -> LOWER + "234567";
          case "z" -> "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
          case "g" -> "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
          default -> LOWER + DIGITS;
        };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    if (count >= 8 && text.chars().noneMatch(Character::isDigit) && alphabet.contains("7")) {
      text.setCharAt(3, '7');
    }
    return text.toString();
  }
}
