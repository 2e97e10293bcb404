package io.agenttool.guard.it.apps;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Calls tools that a container has loaded: a bundle in Felix, a web application in Tomcat. */
public class Containers {
  private Containers() {}

  /** {@code felix BUNDLE} or {@code tomcat FOLDER}, and the class of the tool. */
  public static void main(String[] arguments) throws Exception {
    Path what = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "felix" -> inFelix(what, arguments[2]);
      default -> inTomcat(what, arguments[2]);
    }
  }

  private static void inFelix(Path jar, String tool) throws Exception {
    FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).iterator().next();
    Framework felix =
        factory.newFramework(
            Map.of(
                "org.osgi.framework.storage", "felix-cache",
                "felix.bootdelegation.implicit", "false",
                "org.osgi.framework.system.packages.extra", "io.agenttool"));
    felix.start();
    try (InputStream in = Files.newInputStream(jar)) {
      Bundle bundle = felix.getBundleContext().installBundle("tools", in);
      bundle.start();
      call(bundle.loadClass(tool));
    }
    felix.stop();
    felix.waitForStop(10_000);
  }

  private static void inTomcat(Path folder, String tool) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir("tomcat");
    Context context = tomcat.addContext("", folder.toString());
    tomcat.start();
    call(context.getLoader().getClassLoader().loadClass(tool));
    tomcat.stop();
  }

  @SuppressWarnings("unchecked")
  private static void call(Class<?> type) throws Exception {
    System.out.println(type.getClassLoader().getClass().getName());
    UnaryOperator<String> tool =
        (UnaryOperator<String>) type.getDeclaredConstructor().newInstance();
    System.out.println(tool.apply("good"));
    try {
      System.out.println(tool.apply("bad"));
    } catch (SecurityException e) {
      System.out.println(e.getClass().getName());
    }
  }
}
