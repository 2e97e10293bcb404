package io.agenttool.guard.call;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The woven tools by number. Read by every call with no lock; written when a class is woven.
 *
 * <p>A number is used again once the class loader of its tool is gone, so that applications that
 * load and drop classes for ever stay within bounds.
 */
public final class GuardedTools {
  private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
  private final Set<Loader> loaders = new HashSet<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();
  private final Map<Integer, Handing> handings = new ConcurrentHashMap<>();
  private final Map<Integer, String> machines = new ConcurrentHashMap<>();
  private volatile @Nullable GuardedTool[] tools = new GuardedTool[16];
  private int next;

  /** Sets a number aside for a tool that is about to be woven into a class of {@code loader}. */
  public synchronized int reserve(@Nullable ClassLoader loader) {
    for (Reference<?> gone = unloaded.poll(); gone != null; gone = unloaded.poll()) {
      if (gone instanceof Loader loaderGone && loaders.remove(loaderGone)) {
        tools[loaderGone.number] = null;
        entries.remove(loaderGone.number);
        handings.remove(loaderGone.number);
        machines.remove(loaderGone.number);
        free.add(loaderGone.number);
      }
    }
    Integer again = free.poll();
    int number = again == null ? next++ : again;
    if (loader != null) {
      loaders.add(new Loader(loader, number, unloaded));
    }
    return number;
  }

  /** Says what a number stands for. */
  public synchronized void put(int number, GuardedTool tool) {
    @Nullable GuardedTool[] grown =
        Arrays.copyOf(tools, Math.max(tools.length, Integer.highestOneBit(number) * 2));
    grown[number] = tool;
    tools = grown;
  }

  /** Says that a number stands for a framework's way into its tools. */
  public synchronized void put(int number, Entry entry) {
    entries.put(number, entry);
  }

  /** Says that a number stands for a method that hands out a tool's function. */
  public synchronized void put(int number, Handing handing) {
    handings.put(number, handing);
  }

  /**
   * Says that the method of a number is called again at each resume, by the state machine of this
   * class.
   *
   * @param machine its binary name
   */
  public synchronized void putMachine(int number, String machine) {
    machines.put(number, machine);
  }

  /** The class that resumes the method of a number; {@code null} for none. */
  @Nullable String machine(int number) {
    return machines.get(number);
  }

  /** The handing out of a number; {@code null} where there is none. */
  @Nullable Handing handing(int number) {
    return handings.get(number);
  }

  /** The way into tools of a number; {@code null} where there is none. */
  @Nullable Entry entry(int number) {
    return entries.get(number);
  }

  /** Whether calls of a method are guarded by what is woven into it. */
  public boolean guards(Method method) {
    for (GuardedTool guarded : tools) {
      if (guarded != null && guarded.tool().isWoven(method)) {
        return true;
      }
    }
    return false;
  }

  /** The tool of a number; {@code null} where there is none. */
  public @Nullable GuardedTool get(int number) {
    @Nullable GuardedTool[] snapshot = tools;
    return number >= 0 && number < snapshot.length ? snapshot[number] : null;
  }

  /**
   * Enqueued when every class of the loader is gone, and with them the number in their bytecode.
   */
  private static final class Loader extends PhantomReference<ClassLoader> {
    final int number;

    Loader(ClassLoader loader, int number, ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
      this.number = number;
    }
  }
}
