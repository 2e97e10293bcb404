package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.filtered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random graphs of objects: what goes in with a secret comes out without, and equal otherwise. */
class ValueWalkTest {

  record Pair(@Nullable Object left, @Nullable Object right) {}

  static final class Node {
    @Nullable Object value;
    @Nullable Node next;
    final List<Object> more = new ArrayList<>();
  }

  private final Random random = new Random(99);
  private final List<Object> made = new ArrayList<>();

  private Object any(int depth, boolean secrets) {
    Object value =
        switch (depth <= 0 ? random.nextInt(3) : random.nextInt(12)) {
          case 0 -> random.nextInt(1000);
          case 1 -> "text " + random.nextInt(100);
          case 2 -> secrets ? "k " + KEY : "no secret";
          case 3 -> new ArrayList<>(some(depth, secrets));
          case 4 -> List.copyOf(some(depth, secrets));
          case 5 -> Collections.unmodifiableSet(new LinkedHashSet<>(some(depth, secrets)));
          case 6 -> some(depth, secrets).toArray();
          case 7 -> new Pair(any(depth - 1, secrets), any(depth - 1, secrets));
          case 8 -> map(depth, secrets);
          case 9 -> Optional.of(any(depth - 1, secrets));
          case 10 -> new ArrayDeque<>(some(depth, secrets));
          default -> node(depth, secrets);
        };
    made.add(value);
    return value;
  }

  private List<Object> some(int depth, boolean secrets) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      boolean again = !made.isEmpty() && random.nextInt(6) == 0;
      values.add(again ? made.get(random.nextInt(made.size())) : any(depth - 1, secrets));
    }
    return values;
  }

  private Map<String, Object> map(int depth, boolean secrets) {
    Map<String, Object> map = new HashMap<>();
    some(depth, secrets).forEach(value -> map.put("key" + map.size(), value));
    return map;
  }

  private Node node(int depth, boolean secrets) {
    Node node = new Node();
    node.value = any(depth - 1, secrets);
    node.more.addAll(some(depth, secrets));
    node.next = random.nextBoolean() ? node : null;
    return node;
  }

  @Test
  void leavesNoSecretInAnyGraph() {
    for (int i = 0; i < 2000; i++) {
      made.clear();
      Object value = any(5, true);
      Object clean = filtered(Object.class, value);
      assertThat(holdsKey(clean, Collections.newSetFromMap(new IdentityHashMap<>()))).isFalse();
    }
  }

  @Test
  void handsEveryCleanGraphOnAsItIs() {
    for (int i = 0; i < 2000; i++) {
      made.clear();
      Object value = any(5, false);
      assertThat(filtered(Object.class, value)).isSameAs(value);
    }
  }

  private static boolean holdsKey(@Nullable Object value, Set<Object> seen) {
    if (value instanceof String text) {
      return text.contains(KEY);
    }
    if (value == null || !seen.add(value)) {
      return false;
    }
    if (value instanceof Iterable<?> values) {
      for (Object each : values) {
        if (holdsKey(each, seen)) {
          return true;
        }
      }
    }
    if (value instanceof Object[] values) {
      return holdsKey(List.of(values), seen);
    }
    if (value instanceof Map<?, ?> map) {
      return holdsKey(new ArrayList<>(map.values()), seen);
    }
    if (value instanceof Optional<?> optional) {
      return holdsKey(optional.orElse(null), seen);
    }
    if (value instanceof Pair pair) {
      return holdsKey(pair.left(), seen) || holdsKey(pair.right(), seen);
    }
    return value instanceof Node node
        && (holdsKey(node.value, seen) || holdsKey(node.more, seen) || holdsKey(node.next, seen));
  }
}
