package io.agenttool.guard.args;

import java.util.List;

/**
 * A simple command of POSIX (XCU 2.9.1), wherever in a line it stands.
 *
 * @param assigned names of the variables that it sets
 * @param values the assignments as they are written
 * @param words its program and arguments
 * @param redirects where its input comes from and its output goes
 */
record SimpleCommand(
    List<String> assigned, List<Word> values, List<Word> words, List<Redirect> redirects) {

  /**
   * A redirection.
   *
   * @param operator {@code >}, {@code <<} ...
   * @param target the file, the descriptor, or the here-document's delimiter
   */
  record Redirect(String operator, Word target) {}
}
