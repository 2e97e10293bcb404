package io.agenttool.guard.args;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word of a shell command: pieces of known text and pieces that only the shell will know. */
final class Word {

  /** A piece of a word. */
  sealed interface Part {}

  /** Text that is itself, after the removal of quotes. */
  record Text(String text, boolean quoted) implements Part {}

  /** A piece that the shell replaces; {@code splits} where that can make several words of one. */
  record Unknown(Cause cause, boolean splits) implements Part {}

  /** Why a piece is not known. */
  enum Cause {
    VARIABLE,
    SUBSTITUTION,
    GLOB,
    BRACES,
    /** Words that a program adds, as {@code xargs} does. */
    ADDED
  }

  /** Any number of words of any text. */
  static final Word ADDED = new Word(List.of(new Unknown(Cause.ADDED, true)));

  private final List<Part> parts;

  Word(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A word of known text. */
  static Word of(String text) {
    return new Word(List.of(new Text(text, true)));
  }

  List<Part> parts() {
    return parts;
  }

  /** The word's text; {@code null} where the shell decides it. */
  @Nullable String literal() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Text known) {
        text.append(known.text());
      } else {
        return null;
      }
    }
    return text.toString();
  }

  /** The text before the first piece that is not known. */
  String prefix() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (!(part instanceof Text known)) {
        break;
      }
      text.append(known.text());
    }
    return text.toString();
  }

  /** All of the text that is known, in order. */
  String known() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Text known) {
        text.append(known.text());
      }
    }
    return text.toString();
  }

  /** The text of a word that is written without any quoting, {@code null} for others. */
  @Nullable String unquoted() {
    return parts.size() == 1 && parts.get(0) instanceof Text text && !text.quoted()
        ? text.text()
        : null;
  }

  /** The name of {@code NAME=value} or {@code NAME+=value}; {@code null} where it is neither. */
  @Nullable String assigned() {
    if (parts.isEmpty() || !(parts.get(0) instanceof Text text) || text.quoted()) {
      return null;
    }
    return nameBeforeEquals(text.text());
  }

  /** The variable's name in {@code NAME=} or {@code NAME+=}, {@code null} for other text. */
  static @Nullable String nameBeforeEquals(String text) {
    int equals = text.indexOf('=');
    int end = equals > 0 && text.charAt(equals - 1) == '+' ? equals - 1 : equals;
    return end > 0 && isName(text.substring(0, end)) ? text.substring(0, end) : null;
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Whether it stays one word, whatever the shell makes of it. */
  boolean isOneWord() {
    return parts.stream()
        .noneMatch(
            part ->
                part instanceof Unknown piece && (piece.splits() || piece.cause() == Cause.GLOB));
  }

  /** Whether the shell can make this word, or one of several, into an option. */
  boolean couldBeOption() {
    boolean unknown = false;
    boolean splits = false;
    boolean braces = false;
    for (Part part : parts) {
      if (part instanceof Unknown piece) {
        unknown = true;
        splits |= piece.splits() && piece.cause() != Cause.BRACES;
        braces |= piece.cause() == Cause.BRACES;
      }
    }
    String prefix = prefix();
    if (!unknown) {
      return prefix.length() > 1 && prefix.charAt(0) == '-';
    }
    // No program takes an option with these in its name: *.log and "$dir/file" stay operands.
    return splits
        || prefix.startsWith("-")
        || (prefix.isEmpty() && (braces || known().chars().noneMatch(c -> c == '.' || c == '/')));
  }

  /** The same for a program that has long options with values, in which every character can be. */
  boolean couldBeLongOption() {
    return couldBeOption() || (literal() == null && prefix().isEmpty());
  }

  /** This word where {@code mark} in it stands for text that is not known. */
  Word replacing(String mark) {
    String text = literal();
    if (text == null || mark.isEmpty() || !text.contains(mark)) {
      return this;
    }
    List<Part> pieces = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, from)) {
      if (at > from) {
        pieces.add(new Text(text.substring(from, at), true));
      }
      pieces.add(new Unknown(Cause.ADDED, false));
      from = at + mark.length();
    }
    if (from < text.length()) {
      pieces.add(new Text(text.substring(from), true));
    }
    return new Word(pieces);
  }
}
