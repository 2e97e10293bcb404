package io.agenttool.guard.bench.calls;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What tools are given and return. The same in every JVM. */
public final class Texts {
  private static final String[] WORDS =
      ("the order of a customer was sent on Monday and has arrived in good shape; report number "
              + "4711 says that all parts were there, two were late (see page 12), total 318.50 EUR. "
              + "Please note: delivery takes three days, returns are free within the month")
          .split(" ");

  private Texts() {}

  /** Plain prose of a given length in characters, all ASCII. */
  public static String prose(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text.substring(0, length);
  }

  /** Prose with an access key in the form of AWS's in the middle of it. */
  public static String withSecret(int length) {
    String key = secret();
    int half = (length - key.length()) / 2;
    return prose(half - 1) + " " + key + " " + prose(length - half - key.length() - 1);
  }

  /** An access key that nobody was given. */
  public static String secret() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    Random random = new Random(1);
    StringBuilder key = new StringBuilder("AK").append("IA");
    while (key.length() < 20) {
      key.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return key.toString();
  }

  /** Short texts, as of a column of a table. */
  public static List<String> shortOnes(int count) {
    return IntStream.range(0, count).mapToObj(i -> "customer " + i + ", " + prose(10 + i)).toList();
  }
}
