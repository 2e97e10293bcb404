package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from a result to a place inside of it. */
final class Path {
  private static final int LONGEST_NAME = 32;

  private final String root;
  private Object[] names = new Object[8];
  private int[] indexes = new int[8];
  private int depth;

  Path(String root) {
    this.root = root;
  }

  int depth() {
    return depth;
  }

  void push(String name) {
    grow();
    names[depth++] = name;
  }

  void push(int index) {
    grow();
    names[depth] = root;
    indexes[depth++] = index;
  }

  void pop() {
    depth--;
  }

  private void grow() {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
    }
  }

  /** Whether a map's key reads as the name of a property, and so cannot be a secret. */
  static boolean isName(@Nullable Object key) {
    return key instanceof String text && text.length() <= LONGEST_NAME && isPlain(text);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '_' && c != '-' && !Candidate.isAlphanumeric(c)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      // the root's own String object marks an index: no name is that object
      steps.add(names[i] == root ? "[" + indexes[i] + "]" : "." + names[i]);
    }
    return root + String.join("", steps);
  }
}
