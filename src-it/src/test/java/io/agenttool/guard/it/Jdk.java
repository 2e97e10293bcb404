package io.agenttool.guard.it;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param feature its feature release: 17
 * @param home its folder
 */
record Jdk(int feature, Path home) {

  /** One of each feature release from 17: the one that runs the tests, and what is installed. */
  static Stream<Jdk> all() throws IOException {
    Map<Integer, Jdk> found = new TreeMap<>();
    for (Path home : homes()) {
      Path release = home.resolve("release");
      if (Files.isRegularFile(release) && Files.isExecutable(home.resolve("bin/java"))) {
        int feature = feature(release);
        if (feature >= 17) {
          found.putIfAbsent(feature, new Jdk(feature, home));
        }
      }
    }
    return found.values().stream();
  }

  /** The one that runs the tests. */
  static Jdk own() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    return new Jdk(Runtime.version().feature(), home);
  }

  private static List<Path> homes() throws IOException {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> folders = Files.list(installed)) {
        folders.sorted().forEach(homes::add);
      }
    }
    return homes;
  }

  private static int feature(Path release) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    }
    String version = properties.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
    return Integer.parseInt(version.split("[.-]", 2)[0]);
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
