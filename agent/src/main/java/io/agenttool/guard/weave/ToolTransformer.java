package io.agenttool.guard.weave;

import io.agenttool.guard.call.GuardedTools;
import java.lang.instrument.ClassFileTransformer;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * Sees every class that the JVM loads, and weaves those with tools.
 *
 * <p>To throw from here would be to load the class unchanged; so what cannot be done ends in bodies
 * that throw, and what cannot even be read, but names a tool annotation, in a class that the JVM
 * refuses.
 */
public final class ToolTransformer implements ClassFileTransformer {
  /**
   * No class file: the JVM throws a {@link ClassFormatError} for the class. Not empty: for no bytes
   * at all it takes the class as it was.
   */
  private static final byte[] UNLOADABLE = {0, 0, 0, 0};

  private final ClassLoader ours = ToolTransformer.class.getClassLoader();
  private final ToolAnnotations annotations;
  private final Lineage lineage;
  private final ThreadLocal<ClassScan> scans;
  private final Supplier<Governing> governing;
  private final Supplier<ClassWeaving> weaving;
  private final Consumer<String> alarm;

  /**
   * @param tools where the woven tools are put
   * @param ownAnnotations the names of annotations that declare tools, on top of those known
   * @param rules the methods that are tools without any
   * @param governing asked for when the first class with tools comes; from many threads
   * @param alarm told, in one line, of what no ledger holds
   * @param fatal told that the canary was not denied; does not return
   * @throws io.agenttool.guard.settings.SettingsException for what is no name of an annotation
   */
  public ToolTransformer(
      GuardedTools tools,
      List<String> ownAnnotations,
      MethodRules rules,
      Supplier<Governing> governing,
      Consumer<String> alarm,
      Consumer<Throwable> fatal) {
    this.annotations = new ToolAnnotations(ownAnnotations, rules);
    this.lineage = new Lineage(annotations);
    this.scans = new Scans(annotations.descriptors());
    this.governing = governing;
    this.weaving = new Once<>(new Trial(tools, fatal));
    this.alarm = alarm;
  }

  /** A scan for each thread. Like {@link Trial} no lambda: the first ones cost premain dearly. */
  private static final class Scans extends ThreadLocal<ClassScan> {
    private final byte[][] descriptors;

    Scans(byte[][] descriptors) {
      this.descriptors = descriptors;
    }

    @Override
    protected ClassScan initialValue() {
      return new ClassScan(descriptors);
    }
  }

  /** Nothing of the application's is woven before a tool of Guard's own was, and was denied. */
  private record Trial(GuardedTools tools, Consumer<Throwable> fatal)
      implements Supplier<ClassWeaving> {
    @Override
    public ClassWeaving get() {
      ClassWeaving weaving = new ClassWeaving(tools);
      try {
        new Canary().sing(weaving);
      } catch (Throwable e) {
        fatal.accept(e);
        throw e;
      }
      return weaving;
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (className == null || loader == ours || isJdk(module, loader)) {
      return null;
    }
    Found found;
    try {
      found = tools(loader, className, classFile);
      if (redefined == null && lineage.wasOverlooked(loader, className)) {
        throw new Unguardable(
            "it declares tools that a class inherits which was loaded before it, when its file"
                + " could not be seen, or was not read as its package is a common library's");
      }
    } catch (Unguardable e) {
      return refused(className, e);
    } catch (Throwable e) {
      return unreadable(className, classFile, e);
    }
    if (found.isNothing()) {
      return null;
    }
    try {
      for (ToolMethod method : found.bodiless) {
        governing.get().covered(Covered.bodiless(className.replace('/', '.'), method));
      }
      return woven(loader, className, redefined != null, classFile, found);
    } catch (Throwable e) {
      return refused(className, e);
    }
  }

  private byte[] refused(String className, Throwable e) {
    String why = e instanceof Unguardable ? String.valueOf(e.getMessage()) : e.toString();
    alarm.accept("class " + className.replace('/', '.') + " has tools and is not loaded: " + why);
    return UNLOADABLE;
  }

  private byte @Nullable [] woven(
      @Nullable ClassLoader loader,
      String className,
      boolean isLoaded,
      byte[] classFile,
      Found found) {
    String name = className.replace('/', '.');
    List<ToolMethod> tools = new ArrayList<>(found.tools);
    if (!tools.isEmpty() || !found.above.isEmpty()) {
      ClassFiles.requireWritable(classFile);
    }
    byte[] complete = classFile;
    if (!found.above.isEmpty()) {
      if (isLoaded && !lineage.isExtended(loader, className)) {
        String why = "it inherits the bodies of tools, and was loaded before Guard was";
        governing.get().covered(Covered.ungoverned(name, why));
      } else {
        requireOverridable(found.above);
        complete = InheritedBodies.add(classFile, found.superName, found.above);
        lineage.rememberExtended(loader, className);
        tools.addAll(found.above);
      }
    }
    return tools.isEmpty()
        ? null
        : weaving.get().apply(governing.get(), loader, name, isLoaded, complete, tools);
  }

  private static void requireOverridable(List<ToolMethod> above) {
    for (ToolMethod method : above) {
      if ((method.access() & Opcodes.ACC_FINAL) != 0) {
        throw new Unguardable(
            "it inherits the final method " + method.name() + " as the body of a tool");
      }
    }
  }

  /**
   * What was found in a class.
   *
   * @param bodiless what is said to be a tool and can be none
   * @param above tools whose bodies are in a superclass that does not know them as tools
   */
  private record Found(
      List<ToolMethod> tools,
      List<ToolMethod> bodiless,
      List<ToolMethod> above,
      @Nullable String superName) {
    static final Found NOTHING = new Found(List.of(), List.of(), List.of(), null);

    boolean isNothing() {
      return tools.isEmpty() && bodiless.isEmpty() && above.isEmpty();
    }
  }

  private static boolean isJdk(@Nullable Module module, @Nullable ClassLoader loader) {
    return module != null
        && module.isNamed()
        && (loader == null || loader == ClassLoader.getPlatformClassLoader());
  }

  private Found tools(@Nullable ClassLoader loader, String className, byte[] classFile) {
    ClassScan scan = scans.get();
    try {
      scan.read(classFile);
      List<String> supertypes = new ArrayList<>(4);
      scan.addSupertypes(supertypes);
      Map<String, Declaration> inherited = lineage.inherited(loader, supertypes);
      List<ToolMethod> lambdas = lambdas(scan, loader, classFile);
      if (!annotations.areIn(scan, loader, className) && inherited.isEmpty()) {
        lineage.remember(loader, className, Map.of());
        return lambdas.isEmpty() ? Found.NOTHING : new Found(lambdas, List.of(), List.of(), null);
      }
      if (annotations.wasPassedOver(scan, className)) {
        throw new Unguardable(
            "it makes tools of methods, in a package that was taken to have none");
      }
      ToolReader.Reading reading = ToolReader.read(classFile, inherited, annotations, loader);
      lineage.remember(loader, className, reading.inheritable());
      List<ToolMethod> above = InheritedBodies.of(lineage, annotations, loader, reading, inherited);
      List<ToolMethod> tools = new ArrayList<>(reading.tools());
      tools.addAll(InheritedBodies.bridges(lineage, loader, reading));
      tools.addAll(lambdas);
      return new Found(tools, reading.bodiless(), above, reading.superName());
    } finally {
      scan.clear();
    }
  }

  private List<ToolMethod> lambdas(ClassScan scan, @Nullable ClassLoader loader, byte[] classFile) {
    List<String> names = new ArrayList<>(0);
    scan.addLambdaInterfaces(names);
    Map<String, Map<String, Declaration>> interfaces =
        names.isEmpty() ? Map.of() : lineage.declaredBy(loader, names);
    return interfaces.isEmpty()
        ? List.of()
        : LambdaTools.of(classFile, annotations, loader, interfaces);
  }

  private byte @Nullable [] unreadable(String className, byte[] classFile, Throwable e) {
    String text = new String(classFile, StandardCharsets.ISO_8859_1);
    boolean declares = annotations.isNamedIn(text);
    alarm.accept(
        "class "
            + className.replace('/', '.')
            + " cannot be read ("
            + e
            + ")"
            + (declares ? "; it names a tool annotation, so it is not loaded" : ""));
    return declares ? UNLOADABLE : null;
  }
}
