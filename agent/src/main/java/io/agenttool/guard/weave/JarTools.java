package io.agenttool.guard.weave;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
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

  /**
   * A tool that would be guarded.
   *
   * @param className the binary name of its class
   * @param method the method
   */
  public record Found(String className, ToolMethod method) {}

  private JarTools() {}

  /**
   * Finds them, in the order of their classes' names. The first jar with a class wins, as on a
   * class path.
   *
   * @throws IOException for a file that cannot be read as a jar
   */
  public static List<Found> in(List<File> jars) throws IOException {
    JarTools read = new JarTools();
    for (File jar : jars) {
      try (InputStream in = new FileInputStream(jar)) {
        if (!read.add(in)) {
          throw new IOException("'" + jar + "' is no jar");
        }
      }
    }
    return read.find();
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

  private List<Found> find() {
    ToolAnnotations annotations = new ToolAnnotations(List.of());
    Lineage lineage = new Lineage(annotations);
    ClassLoader loader = new Reading();
    ClassScan scan = new ClassScan(annotations.descriptors());
    List<Found> found = new ArrayList<>();
    classFiles.forEach(
        (file, bytes) -> {
          scan.read(bytes);
          List<String> supertypes = new ArrayList<>();
          scan.addSupertypes(supertypes);
          Map<String, Declaration> inherited = lineage.inherited(loader, supertypes);
          if (scan.declares() || !inherited.isEmpty()) {
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            ToolReader.Reading reading = ToolReader.read(bytes, inherited, annotations, loader);
            reading.tools().forEach(method -> found.add(new Found(name, method)));
            InheritedBodies.bridges(lineage, loader, reading)
                .forEach(method -> found.add(new Found(name, method)));
            InheritedBodies.of(lineage, annotations, loader, reading, inherited)
                .forEach(method -> found.add(new Found(name, method)));
          }
        });
    return found;
  }

  /** Shows the lineage what was read. */
  private final class Reading extends ClassLoader {
    Reading() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      byte[] bytes = classFiles.get(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }
}
