package io.agenttool.guard.args;

/** Modes of chmod (POSIX XCU, chmod) that give everyone all rights: 777 in any spelling. */
final class ChmodMode {
  private static final int MAX_CLAUSE = 100;

  private ChmodMode() {}

  /** Whether {@code text} is a mode after which everyone may read, write and execute. */
  static boolean opensToAll(String text) {
    if (text.indexOf('/') >= 0) {
      return false;
    }
    String digits = text.replaceFirst("^[=+]", "");
    if (digits.matches("[0-7]{1,12}")) {
      return digits.endsWith("7");
    }
    int granted = 0;
    for (String clause : text.split(",", -1)) {
      granted |= granted(clause);
    }
    return granted == 7;
  }

  /** The rights that a clause such as {@code go+rw} gives others, as an octal digit. */
  private static int granted(String clause) {
    if (clause.length() > MAX_CLAUSE) {
      return 7;
    }
    if (!clause.matches("[ugoa]*([-+=]([rwxXst]*|[ugo]))+")) {
      return 0;
    }
    int who = 0;
    while (who < clause.length() && "ugoa".indexOf(clause.charAt(who)) >= 0) {
      who++;
    }
    String whom = clause.substring(0, who);
    if (!whom.isEmpty() && whom.indexOf('o') < 0 && whom.indexOf('a') < 0) {
      return 0;
    }
    int granted = 0;
    boolean adds = true;
    for (int i = who; i < clause.length(); i++) {
      char c = clause.charAt(i);
      if (c == '+' || c == '=' || c == '-') {
        adds = c != '-';
      } else if (adds) {
        granted |=
            switch (c) {
              case 'r' -> 4;
              case 'w' -> 2;
              case 'x', 'X' -> 1;
              case 'u', 'g' -> 7;
              default -> 0;
            };
      }
    }
    return granted;
  }
}
