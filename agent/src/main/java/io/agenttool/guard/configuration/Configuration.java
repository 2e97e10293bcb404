package io.agenttool.guard.configuration;

import io.agenttool.guard.settings.SettingsException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Files of the application's configuration, as the user names them: a file, {@code
 * app.jar!/BOOT-INF/classes/application.yml} for one in a jar, or a folder for the files in it.
 */
public final class Configuration {
  /** The greatest size of a file, in bytes: that of a Kubernetes secret. */
  static final int LARGEST = 1 << 20;

  private static final String IN_JAR = "!/";

  private final String where;
  private final Values values;

  private Configuration(String where, Values values) {
    this.where = where;
    this.values = values;
  }

  /**
   * Reads all of them.
   *
   * @param where the setting that names them, for messages: {@code guard.output.configuration}
   * @param names relative ones are in the working directory
   * @throws SettingsException where one is not there, cannot be read or is not what its name says
   */
  public static void read(String where, List<String> names, Values values) {
    Configuration configuration = new Configuration(where, values);
    for (String name : names) {
      configuration.read(name);
    }
  }

  private void read(String name) {
    int jar = name.indexOf(IN_JAR);
    File file = new File(jar < 0 ? name : name.substring(0, jar)).getAbsoluteFile();
    try {
      if (jar >= 0) {
        readEntry(name, file, name.substring(jar + IN_JAR.length()));
      } else if (file.isDirectory()) {
        readFolder(name, file);
      } else {
        readFile(name, file, known(name));
      }
    } catch (IOException e) {
      throw wrong(
          name, (file.exists() ? "cannot be read" : "is not there") + ": " + e.getMessage());
    }
  }

  private void readEntry(String name, File jar, String entry) throws IOException {
    Format format = known(entry);
    try (ZipFile zip = new ZipFile(jar)) {
      ZipEntry there = zip.getEntry(entry);
      if (there == null || there.isDirectory()) {
        throw wrong(name, "is not there: the jar has no file of that name");
      }
      try (InputStream in = zip.getInputStream(there)) {
        parse(name, entry, format, bytes(name, in));
      }
    }
  }

  /**
   * The files in a folder: those of a known format by that, any other one as the value of its name.
   * So Kubernetes and Docker mount secrets, and Spring's {@code configtree:} reads them.
   */
  private void readFolder(String name, File folder) throws IOException {
    File[] files = folder.listFiles();
    if (files == null) {
      throw new IOException("its files cannot be listed");
    }
    Arrays.sort(files);
    for (File file : files) {
      // Kubernetes keeps the versions of a mounted secret in folders called ..data and the like
      if (file.isFile() && !file.getName().startsWith("..")) {
        String path = name + (name.endsWith("/") ? "" : "/") + file.getName();
        Format format = Format.of(file.getName());
        readFile(path, file, format == null ? Format.MOUNTED : format);
      }
    }
  }

  private void readFile(String name, File file, Format format) throws IOException {
    try (InputStream in = new FileInputStream(file)) {
      parse(name, file.getName(), format, bytes(name, in));
    }
  }

  private byte[] bytes(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw wrong(name, "is larger than 1 MiB");
    }
    return bytes;
  }

  private void parse(String name, String fileName, Format format, byte[] bytes) {
    try {
      format.read(fileName, bytes, values);
    } catch (NotReadable e) {
      throw wrong(name, "cannot be read: " + e.getMessage());
    }
  }

  private Format known(String name) {
    @Nullable Format format = Format.of(name);
    if (format == null) {
      throw wrong(
          name,
          "is of no known kind; it takes files called "
              + Format.endings()
              + ", or the folder in which each file is one secret");
    }
    return format;
  }

  private SettingsException wrong(String name, String what) {
    return new SettingsException(where, SettingsException.quoted(name) + " " + what);
  }
}
