package io.agenttool.guard.weave;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known by class name, apart for each class loader; forgotten with the loader.
 *
 * @param <V> what is known of a class; must not lead to its loader
 */
final class LoaderMap<V> {
  private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
  private final Map<LoaderKey, Map<String, V>> known = new ConcurrentHashMap<>();
  private final Map<String, V> boot = new ConcurrentHashMap<>();

  /** The one that was asked for last: most classes come from the same loader as the one before. */
  private volatile @Nullable Last<V> last;

  private record Last<V>(LoaderKey loader, Map<String, V> classes) {}

  /** What is known of the classes of a loader; to be read and written by many threads. */
  Map<String, V> of(@Nullable ClassLoader loader) {
    if (loader == null) {
      return boot;
    }
    Last<V> last = this.last;
    if (last != null && last.loader.get() == loader) {
      return last.classes;
    }
    for (Reference<?> gone = unloaded.poll(); gone != null; gone = unloaded.poll()) {
      known.remove(gone);
    }
    LoaderKey key = new LoaderKey(loader, unloaded);
    Map<String, V> classes = known.get(key);
    if (classes == null) {
      // no lambda: this is asked before main
      Map<String, V> fresh = new ConcurrentHashMap<>();
      Map<String, V> before = known.putIfAbsent(key, fresh);
      classes = before == null ? fresh : before;
    }
    this.last = new Last<>(key, classes);
    return classes;
  }

  /** A loader by identity: applications override {@code equals}. */
  private static final class LoaderKey extends WeakReference<ClassLoader> {
    private final int hash;

    LoaderKey(ClassLoader loader, @Nullable ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
      this.hash = System.identityHashCode(loader);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      ClassLoader loader = get();
      return loader != null && other instanceof LoaderKey key && key.get() == loader;
    }
  }
}
