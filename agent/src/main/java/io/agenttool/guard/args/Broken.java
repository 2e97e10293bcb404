package io.agenttool.guard.args;

/**
 * A rule that an argument does not keep.
 *
 * @param word the policy's word: {@code deny}, {@code within}
 * @param reason what was refused and what would be right, to follow the argument's name: {@code may
 *     not run sudo: ...}
 */
record Broken(String word, String reason) {}
