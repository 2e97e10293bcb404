package io.agenttool.guard.output;

import java.util.TreeMap;

/** Places of a text that were found in any order, those that touch taken together. */
final class Spans implements Search.Found {
  private final TreeMap<Integer, Integer> ends = new TreeMap<>();
  private int start;
  private int end;

  /** Takes one from {@code from} to {@code to}, exclusive. */
  void add(int from, int to) {
    int start = from;
    int end = to;
    for (var near = ends.floorEntry(end); near != null && near.getValue() >= start; ) {
      start = Math.min(start, near.getKey());
      end = Math.max(end, near.getValue());
      ends.remove(near.getKey());
      near = ends.floorEntry(end);
    }
    ends.put(start, end);
  }

  @Override
  public boolean next() {
    var first = ends.pollFirstEntry();
    if (first == null) {
      return false;
    }
    start = first.getKey();
    end = first.getValue();
    return true;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }
}
