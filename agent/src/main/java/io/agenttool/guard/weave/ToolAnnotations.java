package io.agenttool.guard.weave;

import io.agenttool.guard.entry.EntryPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The annotations that declare tools: those that Guard knows, those that the settings name, and
 * those that carry one of these (Spring's meta-annotations); and the rules that need none.
 */
final class ToolAnnotations {
  private static final String ALIAS_FOR = "Lorg/springframework/core/annotation/AliasFor;";

  /** Whose annotations can be put on annotations. */
  private static final Set<String> CARRIED = Set.of("Spring AI", "Spring AI MCP", Framework.OWN);

  /** Annotations that carry annotations that carry annotations: no framework goes further. */
  private static final int DEPTH = 4;

  private final List<Framework> rows;
  private final MethodRules rules;
  private final boolean hasOwn;
  private final Map<String, Framework> byDescriptor = new HashMap<>();
  private final LoaderMap<Optional<Framework>> metas = new LoaderMap<>();
  private final LoaderMap<Boolean> visible = new LoaderMap<>();

  /**
   * @param own the binary names of annotations, as the settings give them
   * @param rules the methods that are tools without any
   * @throws io.agenttool.guard.settings.SettingsException for what is no such name
   */
  ToolAnnotations(List<String> own, MethodRules rules) {
    this.rules = rules;
    this.hasOwn = !own.isEmpty();
    List<Framework> all = new ArrayList<>(Framework.ALL);
    for (String name : own) {
      all.add(Framework.own(name));
    }
    rows = List.copyOf(all);
    for (Framework row : rows) {
      byDescriptor.putIfAbsent(row.annotation(), row);
    }
  }

  /** The methods that are tools without any annotation. */
  MethodRules rules() {
    return rules;
  }

  /** The descriptors of those known by name, as a class file's constant pool has them. */
  byte[][] descriptors() {
    byte[][] descriptors = new byte[byDescriptor.size()][];
    int next = 0;
    for (String descriptor : byDescriptor.keySet()) {
      descriptors[next++] = descriptor.getBytes(StandardCharsets.UTF_8);
    }
    return descriptors;
  }

  /** Whether {@code text}, a class file's bytes one by one, names one of those known by name. */
  boolean isNamedIn(String text) {
    return byDescriptor.keySet().stream().anyMatch(text::contains);
  }

  /** The place of a row in the table. */
  int rank(Framework row) {
    return rows.indexOf(row.root());
  }

  /**
   * Whether a class of that internal name is worth to be read for tools that others inherit from
   * it. Where annotations are the user's own, any library may have them.
   */
  boolean mayBeOn(String className) {
    return hasOwn || rules.mayBeIn(className) || !ToollessLibraries.have(className);
  }

  /** Whether it is a type of annotation that carries one, and was passed over by its name. */
  boolean wasPassedOver(ClassScan scan, String className) {
    return scan.declares() && scan.isAnnotationType() && !mayBeOn(className);
  }

  /** Whether a class of this loader can have a tool annotation that is not known by name. */
  private boolean mayBeCarried(@Nullable ClassLoader loader) {
    if (loader == null) {
      return false;
    }
    Map<String, Boolean> cache = visible.of(loader);
    Boolean known = cache.get("");
    if (known == null) {
      known = seesCarried(loader);
      cache.put("", known);
    }
    return known;
  }

  private boolean seesCarried(ClassLoader loader) {
    for (Framework row : rows) {
      if (CARRIED.contains(row.name())
          && loader.getResource(internalName(row.annotation()) + ".class") != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a class of {@code loader} can have a tool of its own, or a framework's way into them.
   */
  boolean areIn(ClassScan scan, @Nullable ClassLoader loader, String className) {
    if (scan.declares() || EntryPoint.isOwner(className) || rules.mayBeIn(className)) {
      return true;
    }
    // Before the loader is asked: most classes have none.
    Set<String> onMethods = scan.methodAnnotations();
    if (onMethods.isEmpty() || !mayBeCarried(loader)) {
      return false;
    }
    for (String descriptor : onMethods) {
      if (carried(loader, descriptor, DEPTH) != null) {
        return true;
      }
    }
    return false;
  }

  /** The row of an annotation in a class of {@code loader}; {@code null} for any other. */
  @Nullable Framework row(@Nullable ClassLoader loader, String descriptor) {
    Framework known = byDescriptor.get(descriptor);
    if (known != null || !mayBeCarried(loader)) {
      return known;
    }
    return carried(loader, descriptor, DEPTH);
  }

  private @Nullable Framework carried(@Nullable ClassLoader loader, String descriptor, int depth) {
    if (depth == 0 || descriptor.startsWith("Ljava/")) {
      return null;
    }
    Map<String, Optional<Framework>> cache = metas.of(loader);
    Optional<Framework> known = cache.get(descriptor);
    if (known == null) {
      known = Optional.ofNullable(read(loader, descriptor, depth));
      cache.put(descriptor, known);
    }
    return known.orElse(null);
  }

  private @Nullable Framework read(@Nullable ClassLoader loader, String descriptor, int depth) {
    String name = internalName(descriptor);
    byte[] classFile = mayBeOn(name) ? ClassFiles.read(loader, name) : null;
    if (classFile == null) {
      return null;
    }
    Carrier carrier = new Carrier();
    ClassFiles.reader(classFile).accept(carrier, ClassReader.SKIP_CODE);
    for (Map.Entry<String, AnnotationReading> entry : carrier.annotations.entrySet()) {
      Framework row = byDescriptor.get(entry.getKey());
      if (row == null) {
        row = carried(loader, entry.getKey(), depth - 1);
      }
      if (row != null) {
        return row.under(descriptor, carrier.nameOf(row), entry.getValue());
      }
    }
    return null;
  }

  private static String internalName(String descriptor) {
    return descriptor.substring(1, descriptor.length() - 1);
  }

  /** An annotation's own annotations, and which of its attributes stand for attributes of those. */
  private static final class Carrier extends ClassVisitor {
    final Map<String, AnnotationReading> annotations = new HashMap<>();
    private final Map<String, AnnotationReading> aliases = new HashMap<>();

    Carrier() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean shown) {
      AnnotationReading reading = new AnnotationReading();
      annotations.put(descriptor, reading);
      return reading;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean shown) {
          if (!annotation.equals(ALIAS_FOR)) {
            return null;
          }
          AnnotationReading reading = new AnnotationReading();
          aliases.put(name, reading);
          return reading;
        }
      };
    }

    /** The attribute that stands for the one that names the tool; without one, its namesake. */
    String nameOf(Framework row) {
      String wanted = row.nameAttribute() == null ? "name" : row.nameAttribute();
      for (Map.Entry<String, AnnotationReading> alias : aliases.entrySet()) {
        String target = alias.getValue().text("attribute");
        target = target == null ? alias.getValue().text("value") : target;
        if (row.annotation().equals(alias.getValue().text("annotation"))
            && wanted.equals(target == null ? alias.getKey() : target)) {
          return alias.getKey();
        }
      }
      return wanted;
    }
  }
}
