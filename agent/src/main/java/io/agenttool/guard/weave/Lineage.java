package io.agenttool.guard.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a class inherits from its supertypes. They are read as bytes, through the class's loader,
 * where the JVM has not shown them yet; or guessed, and the guess is checked when it shows them.
 */
final class Lineage {
  private final LoaderMap<Map<String, Declaration>> known = new LoaderMap<>();
  private final LoaderMap<Map<String, Declaration>> guessed = new LoaderMap<>();

  /** Classes of which it was guessed that they have none, whoever loads them. */
  private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

  private final LoaderMap<Boolean> extended = new LoaderMap<>();
  private final ToolAnnotations annotations;

  Lineage(ToolAnnotations annotations) {
    this.annotations = annotations;
  }

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

  /** What interfaces declare, each by its name; those that declare nothing are left out. */
  Map<String, Map<String, Declaration>> declaredBy(
      @Nullable ClassLoader loader, List<String> interfaces) {
    Map<String, Map<String, Declaration>> all = Map.of();
    for (String name : interfaces) {
      Map<String, Declaration> declared = inheritable(loader, name);
      if (!declared.isEmpty()) {
        all = all.isEmpty() ? new HashMap<>() : all;
        all.put(name, declared);
      }
    }
    return all;
  }

  /** Remembers what subtypes of a class inherit, once the class itself was read. */
  void remember(@Nullable ClassLoader loader, String name, Map<String, Declaration> inheritable) {
    known.of(loader).put(name, inheritable);
  }

  /**
   * Whether subtypes of a class were loaded before it, when its file could not be seen or was not
   * looked at, and tools that they inherit were overlooked: the JVM loads a supertype after it has
   * shown the subtype, and nothing can be woven into that any more.
   */
  boolean wasOverlooked(@Nullable ClassLoader loader, String name) {
    Map<String, Declaration> inheritable = known.of(loader).getOrDefault(name, Map.of());
    if (inheritable.isEmpty()) {
      return false;
    }
    Map<String, Declaration> assumed = guessed.of(loader).get(name);
    return passedOver.contains(name) || (assumed != null && !inheritable.equals(assumed));
  }

  /** Remembers that a class was given methods when it was loaded. */
  void rememberExtended(@Nullable ClassLoader loader, String name) {
    extended.of(loader).put(name, true);
  }

  /** Whether a class was given methods when it was loaded, and so has them for good. */
  boolean isExtended(@Nullable ClassLoader loader, String name) {
    return extended.of(loader).containsKey(name);
  }

  private Map<String, Declaration> inheritable(@Nullable ClassLoader loader, String name) {
    Map<String, Map<String, Declaration>> types = known.of(loader);
    Map<String, Declaration> declared = types.get(name);
    if (declared == null) {
      Map<String, Declaration> read = read(loader, name);
      // Another thread may be loading it, and knows better.
      Map<String, Declaration> remembered = types.putIfAbsent(name, read);
      declared = remembered == null ? read : remembered;
    }
    return declared;
  }

  private Map<String, Declaration> read(@Nullable ClassLoader loader, String name) {
    if (!annotations.mayBeOn(name)) {
      passedOver.add(name);
      return Map.of();
    }
    byte[] classFile = ClassFiles.read(loader, name);
    if (classFile == null) {
      Map<String, Declaration> assumed = byParent(loader, name);
      guessed.of(loader).put(name, assumed);
      return assumed;
    }
    ClassScan scan = new ClassScan(annotations.descriptors());
    scan.read(classFile);
    List<String> supertypes = new ArrayList<>();
    scan.addSupertypes(supertypes);
    Map<String, Declaration> inherited = inherited(loader, supertypes);
    return annotations.areIn(scan, loader, name) || !inherited.isEmpty()
        ? ToolReader.read(classFile, inherited, annotations, loader).inheritable()
        : Map.of();
  }

  /** A class that was generated has no file to read, but was shown to the transformer. */
  private Map<String, Declaration> byParent(@Nullable ClassLoader loader, String name) {
    ClassLoader parent = loader == null ? null : loader.getParent();
    return parent == null ? Map.of() : inheritable(parent, name);
  }
}
