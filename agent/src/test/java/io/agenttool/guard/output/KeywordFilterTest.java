package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeywordFilterTest {
  private static final int LENGTH = 600;
  private static final int[] FOUND = new int[KeywordFilter.room(LENGTH)];

  private static List<Keyword> keywords() {
    List<Keyword> keywords = new ArrayList<>();
    for (Rule rule : Packs.secrets()) {
      rule.keywords().forEach(keyword -> keywords.add(Keyword.of(keyword, rule.ignoreCase())));
    }
    return keywords;
  }

  /** One of the texts that a keyword stands for. */
  private static String spelled(Keyword keyword, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < keyword.length(); i++) {
      int c = keyword.at(i).next(random.nextInt(128));
      text.append((char) (c < 128 ? c : keyword.at(i).next(0)));
    }
    return text.toString();
  }

  private static Set<String> told(KeywordFilter filter, String text, List<Keyword> keywords) {
    byte[] block = new byte[text.length() + KeywordFilter.PADDING];
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, block, 0, bytes.length);
    Set<String> told = new TreeSet<>();
    filter.scan(
        block,
        0,
        text.length(),
        FOUND,
        (index, at) -> {
          if (keywords.get(index).end(text, at) >= 0) {
            told.add(index + "@" + at);
          }
        });
    return told;
  }

  private static Set<String> there(String text, List<Keyword> keywords) {
    Set<String> there = new TreeSet<>();
    for (int i = 0; i < keywords.size(); i++) {
      for (int at = 0; at < text.length(); at++) {
        if (keywords.get(i).end(text, at) >= 0) {
          there.add(i + "@" + at);
        }
      }
    }
    return there;
  }

  @Test
  void findsEachKeywordWhereverItStands() {
    List<Keyword> keywords = keywords();
    KeywordFilter filter = new KeywordFilter(keywords);
    Random random = new Random(3);
    for (Keyword keyword : keywords) {
      String spelled = spelled(keyword, random);
      for (int before = 0; before < 30; before++) {
        String text = " ".repeat(before) + spelled;
        for (String whole : List.of(text, text + "7", text + " and more")) {
          assertThat(told(filter, whole, keywords))
              .as(whole)
              .contains(keywords.indexOf(keyword) + "@" + before);
        }
      }
    }
  }

  @Test
  void findsWhatASearchForOneAfterAnotherFinds() {
    List<Keyword> keywords = keywords();
    KeywordFilter filter = new KeywordFilter(keywords);
    Random random = new Random(4);
    for (int i = 0; i < 100; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < LENGTH - 60) {
        String spelled = spelled(keywords.get(random.nextInt(keywords.size())), random);
        boolean capitals = random.nextInt(4) == 0;
        text.append(capitals ? spelled.toUpperCase(java.util.Locale.ROOT) : spelled);
        text.append("e_ =.x", 0, random.nextInt(6));
      }
      assertThat(told(filter, text.toString(), keywords))
          .as("%s", text)
          .isEqualTo(there(text.toString(), keywords));
    }
  }

  @Test
  void findsEachKeywordAcrossTheBordersOfBlocks() {
    Detector detector = new Detector(literals());
    Random random = new Random(5);
    for (Rule rule : detector.rules()) {
      String keyword = rule.keywords().get(0);
      for (int before = 8192 - keyword.length() - 20; before < 8192 + 3; before++) {
        String text = " ".repeat(before) + keyword + " ".repeat(random.nextInt(40));
        Matches matches = detector.find(text);
        assertThat(matches).as("%s at %s", keyword, before).isNotNull();
        assertThat(matches.start(0)).isEqualTo(before);
        assertThat(matches.end(0)).isEqualTo(before + keyword.length());
      }
    }
  }

  @Test
  void takesNoCharacterForTheOneWithTheSameLowByte() {
    Detector detector = new Detector(literals());
    for (Rule rule : detector.rules()) {
      String keyword = rule.keywords().get(0);
      for (int place = 0; place < keyword.length(); place++) {
        char other = (char) (keyword.charAt(place) + 0x100);
        String text = keyword.substring(0, place) + other + keyword.substring(place + 1);
        Matches matches = detector.find("in " + text + " is nothing");
        for (int i = 0; matches != null && i < matches.size(); i++) {
          boolean taken = matches.start(i) <= 3 + place && 3 + place < matches.end(i);
          assertThat(taken).as(text).isFalse();
        }
      }
    }
  }

  /** Each keyword of the pack that is a text, and two of an application's own, as a secret. */
  private static List<Rule> literals() {
    List<String> texts = new ArrayList<>(List.of("a".repeat(300) + "Z9", "x7".repeat(60)));
    for (Rule rule : Packs.secrets()) {
      rule.keywords().stream().filter(keyword -> !keyword.endsWith("]")).forEach(texts::add);
    }
    List<Rule> rules = new ArrayList<>();
    for (String text : new TreeSet<>(texts)) {
      rules.addAll(OwnSecrets.rules(List.of("a" + text + "z")));
    }
    return rules;
  }

  @Test
  void allocatesNothingForCleanText() {
    String text = "an order of 12 parts, sent on Monday; see page 7\n".repeat(2000);
    Redactor redactor = Redactor.standard();
    for (int i = 0; i < 20; i++) {
      assertThat(redactor.redact(text)).isSameAs(text);
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 20; i++) {
      redactor.redact(text);
    }
    // the two looks at the counter themselves
    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(2000);
  }
}
