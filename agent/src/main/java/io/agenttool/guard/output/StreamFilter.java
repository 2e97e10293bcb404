package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/**
 * Filters text that comes in pieces. A piece of text is held back only while it may be the
 * beginning of a secret, a keyword or a URL; what is decided is handed on at once. Belongs to one
 * thread at a time.
 */
final class StreamFilter {
  /** The longest that is held back: what is longer is taken for a secret, and all of it goes. */
  static final int LONGEST_HELD = 1 << 16;

  /** How much of what was handed on is kept, for what depends on the line before. */
  private static final int CONTEXT = 96;

  /** Beyond this, what is held back is looked at again only when it has grown by an eighth. */
  private static final int SMALL = 2048;

  private static final String END = "-----END ";

  private final TextFilter filter;
  private final @Nullable Tally tally;
  private final Detector detector;

  /** Finds what is recorded and left; its own output is not used. */
  private final @Nullable StreamFilter watching;

  /** What was handed on last, then what is held back. */
  private StringBuilder held = new StringBuilder();

  private int context;
  private int looked;
  private @Nullable Rule swallowing;
  private boolean ending;

  StreamFilter(TextFilter filter, @Nullable Tally tally) {
    this.filter = filter;
    this.tally = tally;
    this.detector = filter.redactor().detector();
    Redactor watched = filter.watched();
    this.watching = watched == null ? null : new StreamFilter(new TextFilter(watched, null), tally);
  }

  /** Takes a piece; what can be handed on, perhaps nothing. */
  String accept(CharSequence piece) {
    if (watching != null) {
      var unused = watching.accept(piece);
    }
    held.append(piece);
    SlowLane slow = filter.redactor().slow();
    if (slow != null && slow.bounded()) {
      slow.checkLength(held.length());
      return "";
    }
    int waiting = held.length() - context;
    if (looked > SMALL && waiting < looked + looked / 8 && swallowing == null) {
      return "";
    }
    return decide(false);
  }

  /** The rest: no more comes. */
  String finish() {
    if (watching != null) {
      var unused = watching.finish();
    }
    SlowLane slow = filter.redactor().slow();
    if (slow != null && slow.bounded()) {
      String whole = held.toString();
      held.setLength(0);
      return new TextFilter(filter.redactor(), null, filter.domains(), filter.screening())
          .clean(whole, tally);
    }
    return decide(true);
  }

  private String decide(boolean complete) {
    StringBuilder out = new StringBuilder();
    if (swallowing == null || swallowed()) {
      String text = held.toString();
      Matches matches = detector.find(text, context, complete);
      int safe = complete ? text.length() : Math.max(context, matches.undecided());
      if (!complete) {
        safe = Math.min(safe, Math.max(context, tail(text)));
        safe = Math.min(safe, screened(text));
      }
      int handed = hand(text, matches, safe, complete, out);
      if (!complete && handed < text.length() && text.length() - handed > LONGEST_HELD) {
        handed = swallow(text, matches, out);
      }
      keep(text, handed, out);
    }
    return out.toString();
  }

  /** Hands on the text up to {@code safe}, filtered; how far that came. */
  private int hand(String text, Matches matches, int safe, boolean complete, StringBuilder out) {
    int copied = context;
    int limit = uncut(matches, copied, safe);
    SlowLane slow = filter.redactor().slow();
    if (!complete && slow != null) {
      limit = Math.max(copied, Lines.end(text, copied, limit));
      int cut;
      do {
        cut = limit;
        limit = uncut(matches, copied, slow.uncut(text, copied, limit));
      } while (limit < cut);
    }
    for (int i = 0; i < matches.size() && matches.end(i) <= limit; i++) {
      Rule rule = detector.rule(matches.rule(i));
      int start = Math.max(copied, matches.start(i));
      out.append(text, copied, start);
      out.append(filter.redactor().mark(rule, text.substring(start, matches.end(i))));
      copied = matches.end(i);
      if (tally != null) {
        tally.found("secret." + rule.id());
      }
    }
    out.append(text, copied, limit);
    Domains domains = filter.domains();
    Screening screening = filter.screening();
    if (domains != null || screening != null || slow != null) {
      String clean = out.toString();
      clean = slow == null ? clean : slow.redact(clean, tally, filter.redactor()::mark);
      clean = domains == null ? clean : domains.redact(clean, tally);
      clean = screening == null ? clean : screening.clean(clean, tally);
      out.setLength(0);
      out.append(clean);
    }
    return limit;
  }

  /** Where the text can be cut, at or before {@code limit}, so that no match is. */
  private static int uncut(Matches matches, int from, int limit) {
    int uncut = limit;
    for (int i = matches.size() - 1; i >= 0; i--) {
      if (matches.end(i) > uncut && matches.begin(i) < uncut) {
        uncut = Math.max(from, matches.begin(i)); // decided, but a longer one may begin in it
      }
    }
    return uncut;
  }

  /** What is held back is too long: a marker stands for it, and what goes on with it is dropped. */
  private int swallow(String text, Matches matches, StringBuilder out) {
    Rule rule = detector.rule(Math.max(0, matches.undecidedRule()));
    out.append(rule.marker());
    if (tally != null) {
      tally.found("secret." + rule.id());
    }
    swallowing = rule;
    return text.length();
  }

  /** Drops what belongs to a swallowed secret; whether its end was seen. */
  private boolean swallowed() {
    boolean block = java.util.Objects.requireNonNull(swallowing).form() == Rule.Form.BLOCK;
    int at = context;
    if (block && !ending) {
      int end = held.indexOf(END, context);
      ending = end >= 0;
      at = ending ? end + END.length() : Math.max(context, held.length() - END.length());
    }
    if (block && ending) {
      int dashes = held.indexOf("-----", at);
      if (dashes < 0) {
        held.delete(context, at);
        return false;
      }
      held.delete(context, dashes + 5);
    } else if (block) {
      held.delete(context, at);
      return false;
    } else {
      while (at < held.length() && held.charAt(at) > ' ' && held.charAt(at) != '"') {
        at++;
      }
      boolean over = at < held.length();
      held.delete(context, at);
      if (!over) {
        return false;
      }
    }
    swallowing = null;
    ending = false;
    return true;
  }

  private void keep(String text, int handed, StringBuilder out) {
    StringBuilder next = new StringBuilder();
    String before = held.substring(0, context) + out;
    next.append(before, Math.max(0, before.length() - CONTEXT), before.length());
    context = next.length();
    held = next.append(text, handed, text.length());
    looked = held.length() - context;
  }

  /** Where the text begins that may turn out to be an order to the model. */
  private int screened(String text) {
    Screening screening = filter.screening();
    int begin = screening == null ? text.length() : screening.screen().undecided(text, context);
    return text.length() - begin > LONGEST_HELD ? text.length() : begin;
  }

  /** Where the keyword, the run of characters or the URL begins that may go on after the end. */
  private int tail(String text) {
    int begin = detector.partialKeyword(text);
    int least = Math.max(0, begin - detector.longestBefore());
    int run = begin;
    while (run > least && isTokenCharacter(text.charAt(run - 1))) {
      run--;
    }
    if (filter.domains() != null) {
      while (run > 0 && text.charAt(run - 1) > ' ' && text.length() - run < LONGEST_HELD) {
        run--;
      }
    }
    return run;
  }

  private static boolean isTokenCharacter(char c) {
    return Candidate.isAlphanumeric(c) || c == '-' || c == '_' || c == '+' || c == '/';
  }
}
