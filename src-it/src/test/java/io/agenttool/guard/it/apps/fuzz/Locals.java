package io.agenttool.guard.it.apps.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The variables in scope. The slots of a block are used again after its end. */
final class Locals {
  private final List<Local> inScope = new ArrayList<>();
  private int next;

  /**
   * A variable.
   *
   * @param writable whether statements may assign it
   */
  record Local(int slot, Type type, boolean writable) {}

  /** Where a block began. */
  record Begin(int count, int slot) {}

  Local declare(Type type, boolean writable) {
    Local local = new Local(next, type, writable);
    next += type.getSize();
    inScope.add(local);
    return local;
  }

  Begin begin() {
    return new Begin(inScope.size(), next);
  }

  void end(Begin begin) {
    inScope.subList(begin.count(), inScope.size()).clear();
    next = begin.slot();
  }

  /** One of those that fit, by chance. */
  @Nullable Local any(Random random, Predicate<Local> fits) {
    List<Local> fitting = inScope.stream().filter(fits).toList();
    return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
  }
}
