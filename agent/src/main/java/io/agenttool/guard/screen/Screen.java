package io.agenttool.guard.screen;

import com.google.re2j.Matcher;
import io.agenttool.guard.screen.Keywords.Entry;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds text that reads like instructions to a model (OWASP LLM01, Prompt Injection). Immutable;
 * for many threads at once.
 */
public final class Screen {

  /** What stands in the place of an injection. */
  public static final String MARKER = "[BLOCKED]";

  private static final int BACKTICKS = 0x606060;
  private static final int TILDES = 0x7E7E7E;
  private static final int NOT_TO_THE_END = Integer.MIN_VALUE;

  private final List<ScreenRule> rules;
  private final Telling telling;
  private final Keywords keywords;

  /** What begins a match of the rules without a window. */
  private final Keywords fenceKeywords;

  /** Of each thread. */
  private final ThreadLocal<Suspicions> suspicions;

  /** The longest that a phrase may be, in characters. */
  private final int longest;

  private Screen(List<ScreenRule> rules) {
    this.rules = rules;
    this.telling = new Telling(rules);
    this.keywords = new Keywords(windowed(rules, true));
    this.fenceKeywords = new Keywords(windowed(rules, false));
    this.suspicions = ThreadLocal.withInitial(() -> new Suspicions(telling));
    this.longest = rules.stream().mapToInt(ScreenRule::window).max().orElse(0);
  }

  private static List<ScreenRule> windowed(List<ScreenRule> rules, boolean windowed) {
    return rules.stream().filter(rule -> (rule.window() > 0) == windowed).toList();
  }

  /**
   * A screen with Guard's own table of rules.
   *
   * @throws IllegalStateException where the table cannot be read
   */
  public static Screen standard() {
    return new Screen(RuleTable.read("injection.rules"));
  }

  /**
   * What in {@code text} reads like an injection, in order; empty where nothing does. Takes time in
   * proportion to the text's length, and allocates nothing where no word tells.
   */
  public List<Match> find(CharSequence text) {
    String given = text.toString();
    Suspicions suspicions = this.suspicions.get();
    if (!suspicions.raise(given)) {
      return List.of();
    }
    List<Match> found = new ArrayList<>();
    Span.around(given, suspicions.places(), longest)
        .forEach(span -> closeLook(given, span.from(), span.to(), keywords, found));
    if (suspicions.endless() && hasFence(given)) {
      closeLook(given, 0, given.length(), fenceKeywords, found);
    }
    found.sort(Comparator.comparingInt(Match::start));
    return found;
  }

  /** The same without any short cut: what {@link #find} must find. */
  List<Match> findWithoutShortCuts(String text) {
    List<Match> found = new ArrayList<>();
    closeLook(text, 0, text.length(), keywords, found);
    closeLook(text, 0, text.length(), fenceKeywords, found);
    found.sort(Comparator.comparingInt(Match::start));
    return found;
  }

  /** What finds in many texts at once those that {@link #find} has to look at. */
  public ManyTexts manyTexts() {
    return new ManyTexts(telling);
  }

  /** Whether anything begins in the text that a rule without a window matches. */
  private boolean hasFence(String text) {
    int last = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      byte letter = Letters.of(codePoint);
      i += Character.charCount(codePoint);
      if (letter != Letters.GONE) {
        last = ((last << 8) | letter) & 0xFFFFFF;
      }
      if (last == BACKTICKS || last == TILDES || letter == Letters.MANY) {
        return true;
      }
    }
    return false;
  }

  /** Looks through {@code text[from, to)} for phrases that begin with one of those keywords. */
  private static void closeLook(
      String text, int from, int to, Keywords keywords, List<Match> found) {
    PlainText plain = PlainText.of(text.substring(from, to));
    Set<Entry> spent = new HashSet<>();
    Needs needs = new Needs(plain);
    for (int at = 0; at < plain.length(); at++) {
      Entry[] entries = keywords.startingWith(plain.chars()[at]);
      if (entries == null || !atWordStart(plain, at)) {
        continue;
      }
      for (Entry entry : entries) {
        if (spent.contains(entry) || !plain.has(entry.keyword(), at) || !needs.areMet(entry, at)) {
          continue;
        }
        int length = lengthAt(plain, at, entry);
        if (length == NOT_TO_THE_END) {
          // What was not found up to the text's end is not found further on: linear time.
          spent.add(entry);
          continue;
        }
        if (length < 0) {
          at -= length + 1;
          break;
        }
        if (length > 0) {
          int end = from + plain.end(at + length - 1);
          found.add(new Match(entry.rule().id(), from + plain.start(at), end));
          at += length - 1;
          break;
        }
      }
    }
  }

  /**
   * Where in a text that goes on the first match may begin that more text will decide; the text's
   * length where none may.
   *
   * @param from where to look from
   */
  public int undecided(String text, int from) {
    int fence = openFence(text, from);
    int begin = Math.max(from, tail(text));
    PlainText plain = PlainText.of(text.substring(begin));
    for (int at = 0; at < plain.length(); at++) {
      Entry[] entries = keywords.startingWith(plain.chars()[at]);
      if (entries == null || !atWordStart(plain, at)) {
        continue;
      }
      for (Entry entry : entries) {
        if (isOpen(plain, at, entry)) {
          return Math.min(fence, begin + plain.start(at));
        }
      }
    }
    return fence;
  }

  /** Where the text begins of which each phrase that began before is decided. */
  private int tail(String text) {
    int at = text.length();
    for (int letters = 0; at > 0 && letters <= longest; at--) {
      char c = text.charAt(at - 1);
      letters += c < 0x80 && Character.isLetterOrDigit(c) ? 1 : 0;
    }
    return at;
  }

  private static boolean isOpen(PlainText plain, int at, Entry entry) {
    int rest = plain.length() - at;
    String keyword = entry.keyword();
    if (rest < keyword.length()) {
      return plain.has(keyword.substring(0, rest), at);
    }
    if (rest >= entry.rule().window() || !plain.has(keyword, at)) {
      return false;
    }
    Glance glance = new Glance(plain, at);
    var unused = entry.rule().anchored().get().matcher(glance).lookingAt();
    return glance.reachedTheEnd();
  }

  /** Where the phrase without a window begins that is not decided: a fence that nothing closes. */
  private int openFence(String text, int from) {
    if (text.indexOf('`', from) < 0 && text.indexOf('~', from) < 0) {
      return text.length();
    }
    PlainText plain = PlainText.of(text.substring(from));
    for (int at = 0; at < plain.length(); at++) {
      Entry[] entries = fenceKeywords.startingWith(plain.chars()[at]);
      for (Entry entry : entries == null ? new Entry[0] : entries) {
        int rest = plain.length() - at;
        String keyword = entry.keyword();
        if (!plain.has(keyword.substring(0, Math.min(rest, keyword.length())), at)) {
          continue;
        }
        Matcher matcher =
            entry.rule().pattern().get().matcher(CharBuffer.wrap(plain.chars(), at, rest));
        if (rest <= keyword.length() || !matcher.lookingAt() || matcher.end() == rest) {
          return from + plain.start(at);
        }
        at += matcher.end() - 1;
        break;
      }
    }
    return text.length();
  }

  /** Inside a word no phrase begins: {@code signore} is not {@code ignore}. */
  private static boolean atWordStart(PlainText plain, int at) {
    return at == 0
        || !Character.isLetterOrDigit(plain.chars()[at])
        || !Character.isLetterOrDigit(plain.chars()[at - 1]);
  }

  /**
   * How many characters the rule matches at a place; 0 for no match, negative for so many that it
   * passes over, {@link #NOT_TO_THE_END} where it looked that far in vain.
   */
  private static int lengthAt(PlainText plain, int at, Entry entry) {
    int rest = plain.length() - at;
    int window = entry.rule().window();
    int length = window == 0 ? rest : Math.min(window, rest);
    Matcher matcher =
        entry.rule().pattern().get().matcher(CharBuffer.wrap(plain.chars(), at, length));
    if (!matcher.lookingAt()) {
      return window == 0 ? NOT_TO_THE_END : 0;
    }
    boolean passed = matcher.groupCount() > 0 && matcher.group(1) == null;
    return passed ? -matcher.end() : matcher.end();
  }

  /** {@code text} with {@link #MARKER} in place of each match. */
  public String replace(CharSequence text, List<Match> matches) {
    List<Match> sorted = new ArrayList<>(matches);
    sorted.sort(Comparator.comparingInt(Match::start));
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (Match match : sorted) {
      if (match.start() >= done) {
        out.append(text, done, match.start()).append(MARKER);
      }
      done = Math.max(done, match.end());
    }
    return out.append(text, done, text.length()).toString();
  }

  /** The rows of the table. */
  List<ScreenRule> rules() {
    return rules;
  }
}
