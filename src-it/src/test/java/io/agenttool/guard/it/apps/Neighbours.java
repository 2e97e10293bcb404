package io.agenttool.guard.it.apps;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.agenttool.AgentTool;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;

/** An application with a Byte Buddy and a Jackson of its own, older than Guard's. */
public class Neighbours {

  @AgentTool
  Map<String, String> describe(String text) throws Exception {
    String made =
        new ByteBuddy()
            .subclass(Object.class)
            .method(ElementMatchers.named("toString"))
            .intercept(FixedValue.value("made by the application's Byte Buddy"))
            .make()
            .load(Neighbours.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
            .getLoaded()
            .getDeclaredConstructor()
            .newInstance()
            .toString();
    return Map.of("made", made, "json", new ObjectMapper().writeValueAsString(Map.of("t", text)));
  }

  /** Uses both inside a tool. */
  public static void main(String[] arguments) throws Exception {
    System.out.println("jackson " + PackageVersion.VERSION);
    System.out.println(
        "byte-buddy "
            + ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Map<String, String> described = new Neighbours().describe("text");
    System.out.println(described.get("made"));
    System.out.println(described.get("json"));
  }
}
