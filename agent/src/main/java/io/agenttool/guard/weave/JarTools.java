package io.agenttool.guard.weave;

import io.agenttool.guard.call.Tool.Parameter;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import io.agenttool.guard.settings.ToolPolicy;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The tools in jars that no JVM runs. Class files are read and none is loaded. Of a jar in a jar
 * (Spring Boot's {@code BOOT-INF}, a web application's {@code WEB-INF}) the same is read as of one
 * on the class path.
 */
public final class JarTools {
  private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

  private final Map<String, byte[]> classFiles = new TreeMap<>();

  private final Settings settings;
  private final MethodRules rules;
  private final List<Covered> found = new ArrayList<>();

  private JarTools(Settings settings, MethodRules rules) {
    this.settings = settings;
    this.rules = rules;
  }

  /**
   * Finds them, in the order of their classes' names, with what would become of them. The first jar
   * with a class wins, as on a class path.
   *
   * @param settings those that they would be guarded by
   * @param rules the settings' for methods that nobody annotated; hears which of them matched
   * @throws IOException for a file that cannot be read as a jar
   */
  public static List<Covered> in(List<File> jars, Settings settings, MethodRules rules)
      throws IOException {
    JarTools read = new JarTools(settings, rules);
    for (File jar : jars) {
      try (InputStream in = new FileInputStream(jar)) {
        if (!read.add(in)) {
          throw new IOException("'" + jar + "' is no jar");
        }
      }
    }
    read.find();
    return read.found;
  }

  private boolean add(InputStream in) throws IOException {
    ZipInputStream jar = new ZipInputStream(in);
    boolean any = false;
    for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
      any = true;
      String name = entry.getName();
      if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
        classFiles.putIfAbsent(withoutRoot(name), jar.readAllBytes());
      } else if (name.endsWith(".jar")) {
        add(new ByteArrayInputStream(jar.readAllBytes()));
      }
    }
    return any;
  }

  private static String withoutRoot(String name) {
    for (String root : ROOTS) {
      if (name.startsWith(root)) {
        return name.substring(root.length());
      }
    }
    return name;
  }

  private void find() {
    ToolAnnotations annotations = new ToolAnnotations(settings.get(Options.ANNOTATIONS), rules);
    Lineage lineage = new Lineage(annotations);
    ClassLoader loader = new Reading();
    ClassScan scan = new ClassScan(annotations.descriptors());
    classFiles.forEach(
        (file, bytes) -> {
          scan.read(bytes);
          List<String> supertypes = new ArrayList<>();
          scan.addSupertypes(supertypes);
          Map<String, Declaration> inherited = lineage.inherited(loader, supertypes);
          String name = file.substring(0, file.length() - ".class".length());
          addLambdas(scan, lineage, annotations, loader, name, bytes);
          if (annotations.areIn(scan, loader, name) || !inherited.isEmpty()) {
            ToolReader.Reading reading = ToolReader.read(bytes, inherited, annotations, loader);
            String className = name.replace('/', '.');
            reading.tools().forEach(method -> add(className, method));
            reading.bodiless().forEach(method -> found.add(Covered.bodiless(className, method)));
            InheritedBodies.bridges(lineage, loader, reading)
                .forEach(method -> add(className, method));
            InheritedBodies.of(lineage, annotations, loader, reading, inherited)
                .forEach(method -> add(className, method));
          }
        });
  }

  private void addLambdas(
      ClassScan scan,
      Lineage lineage,
      ToolAnnotations annotations,
      ClassLoader loader,
      String name,
      byte[] bytes) {
    List<String> interfaces = new ArrayList<>();
    scan.addLambdaInterfaces(interfaces);
    Map<String, Map<String, Declaration>> declared = lineage.declaredBy(loader, interfaces);
    if (!declared.isEmpty()) {
      LambdaTools.of(bytes, annotations, loader, declared)
          .forEach(method -> add(name.replace('/', '.'), method));
    }
  }

  private void add(String className, ToolMethod method) {
    if (method.declaration().entry() != null) {
      found.add(Covered.of(className, method, Coverage.WOVEN, null));
      return;
    }
    try {
      ToolPolicy policy =
          settings.policyFor(
              method.declaration().toolName(),
              method.hints(),
              method.parameters().stream().map(Parameter::name).toList(),
              className + "#" + method.name());
      Shortfall shortfall = Shortfall.of(method, policy);
      Coverage coverage = coverage(shortfall, Shortfall.mayRun(policy, settings.get(Options.MODE)));
      String why = shortfall == null ? null : shortfall.why();
      found.add(Covered.of(className, method, coverage, why).under(policy.where()));
    } catch (SettingsException e) {
      found.add(Covered.of(className, method, Coverage.REFUSED, e.getMessage()));
    }
  }

  private static Coverage coverage(@Nullable Shortfall shortfall, boolean mayRun) {
    if (shortfall == null) {
      return Coverage.WOVEN;
    }
    if (!mayRun) {
      return Coverage.REFUSED;
    }
    return shortfall.weavable() ? Coverage.PARTLY : Coverage.UNGOVERNED;
  }

  /** Shows the lineage what was read. */
  private final class Reading extends ClassLoader {
    Reading() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable URL getResource(String name) {
      return classFiles.containsKey(name) ? somewhere() : super.getResource(name);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      byte[] bytes = classFiles.get(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    /** Nobody opens it. */
    private static URL somewhere() {
      try {
        return URI.create("file:///").toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
