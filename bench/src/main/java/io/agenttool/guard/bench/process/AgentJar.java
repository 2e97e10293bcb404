package io.agenttool.guard.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The jar of an agent that is one class. */
final class AgentJar {
  private AgentJar() {}

  /** Puts the agent into a jar, which is returned. */
  static Path write(Class<?> agent, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", agent.getName());
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue("Can-Retransform-Classes", "true");
    String file = agent.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream in = agent.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IOException(file + " is not on the class path");
      }
      entries.putNextEntry(new ZipEntry(file));
      in.transferTo(entries);
    }
    return jar;
  }
}
