package io.agenttool.guard.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** An agent that does nothing: what it costs, the JVM takes for any agent. */
public final class Nothing {
  private Nothing() {}

  /** Does nothing. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    // The JVM has done its part when this is called.
  }

  /** Puts the agent into a jar. */
  static Path writeTo(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Nothing.class.getName());
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue("Can-Retransform-Classes", "true");
    String file = Nothing.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream in = Nothing.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IOException(file + " is not on the class path");
      }
      entries.putNextEntry(new ZipEntry(file));
      in.transferTo(entries);
    }
    return jar;
  }
}
