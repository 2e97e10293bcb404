package io.agenttool.guard.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a class inherits from its supertypes. They are read as bytes, through the class's loader,
 * where the JVM has not shown them yet: loading a class from within a transformer would leave it,
 * and all that it loads, unwoven.
 */
final class Lineage {
  private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
  private final Map<LoaderKey, Types> known = new ConcurrentHashMap<>();
  private final Types boot = new Types();

  /** What a class with these supertypes inherits, by the method's name and descriptor. */
  Map<String, Declaration> inherited(@Nullable ClassLoader loader, List<String> supertypes) {
    Map<String, Declaration> all = Map.of();
    for (String supertype : supertypes) {
      Map<String, Declaration> declared = inheritable(loader, supertype);
      if (!declared.isEmpty()) {
        Map<String, Declaration> merged = new HashMap<>(all);
        declared.forEach(
            (key, declaration) ->
                merged.merge(key, declaration, (first, second) -> first.overriding(second)));
        all = merged;
      }
    }
    return all;
  }

  /** Remembers what subtypes of a class inherit, once the class itself was read. */
  void remember(@Nullable ClassLoader loader, String name, Map<String, Declaration> inheritable) {
    of(loader).inheritable.put(name, inheritable);
  }

  /** Remembers that a class was given methods when it was loaded. */
  void rememberExtended(@Nullable ClassLoader loader, String name) {
    of(loader).extended.add(name);
  }

  /** Whether a class was given methods when it was loaded, and so has them for good. */
  boolean isExtended(@Nullable ClassLoader loader, String name) {
    return of(loader).extended.contains(name);
  }

  private Map<String, Declaration> inheritable(@Nullable ClassLoader loader, String name) {
    Map<String, Map<String, Declaration>> types = of(loader).inheritable;
    Map<String, Declaration> declared = types.get(name);
    if (declared == null) {
      declared = read(loader, name);
      types.put(name, declared);
    }
    return declared;
  }

  private Map<String, Declaration> read(@Nullable ClassLoader loader, String name) {
    byte[] classFile = bytes(loader, name);
    if (classFile == null) {
      return seenByParents(loader, name);
    }
    ClassScan scan = new ClassScan();
    scan.read(classFile);
    List<String> supertypes = new ArrayList<>();
    scan.addSupertypes(supertypes);
    Map<String, Declaration> inherited = inherited(loader, supertypes);
    return scan.declares() || !inherited.isEmpty()
        ? ToolReader.read(classFile, inherited).inheritable()
        : Map.of();
  }

  /** A class that was generated has no file to read, but was shown to the transformer. */
  private Map<String, Declaration> seenByParents(@Nullable ClassLoader loader, String name) {
    ClassLoader parent = loader == null ? null : loader.getParent();
    if (parent == null) {
      return Map.of();
    }
    Map<String, Declaration> seen = of(parent).inheritable.get(name);
    return seen != null ? seen : seenByParents(parent, name);
  }

  /** The class file of a supertype, as its loader finds it; {@code null} where it finds none. */
  static byte @Nullable [] bytes(@Nullable ClassLoader loader, String name) {
    String resource = name + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }

  private Types of(@Nullable ClassLoader loader) {
    if (loader == null) {
      return boot;
    }
    for (Reference<?> gone = unloaded.poll(); gone != null; gone = unloaded.poll()) {
      known.remove(gone);
    }
    Types types = known.get(new LoaderKey(loader, null));
    return types != null
        ? types
        : known.computeIfAbsent(new LoaderKey(loader, unloaded), key -> new Types());
  }

  /** What is known of a loader's classes, by internal names. */
  private static final class Types {
    final Map<String, Map<String, Declaration>> inheritable = new ConcurrentHashMap<>();
    final Set<String> extended = ConcurrentHashMap.newKeySet();
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
