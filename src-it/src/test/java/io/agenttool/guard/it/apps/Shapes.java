package io.agenttool.guard.it.apps;

import dev.langchain4j.agent.tool.Tool;
import io.agenttool.AgentTool;
import java.util.Arrays;
import java.util.List;

/** Tools in every shape that Java writes; prints what each gives. */
public class Shapes {

  interface Generic<T> {
    @AgentTool(name = "generic")
    T same(T value);
  }

  static class OfText implements Generic<String> {
    @Override
    public String same(String value) {
      return value;
    }
  }

  abstract static class Above {
    @AgentTool(name = "inherited")
    abstract int sum(int... values);
  }

  static class Below extends Above {
    @Override
    int sum(int... values) {
      return Arrays.stream(values).sum();
    }
  }

  interface WithDefault {
    @AgentTool(name = "interfaceDefault")
    default String hello() {
      return "hello";
    }
  }

  static class UsesDefault implements WithDefault {}

  @AgentTool
  static long staticWide(long a, double b, String c) {
    return a + (long) b + c.length();
  }

  @AgentTool
  private String privateOne(byte a, char b, boolean[] c) {
    return a + "" + b + c.length;
  }

  @AgentTool
  public final synchronized List<String> finalOne(List<String> values) {
    return values;
  }

  @AgentTool
  void nothing() {
    System.out.println("in nothing");
  }

  @AgentTool
  String packageOne() {
    return "package";
  }

  @AgentTool
  void throwing() throws java.io.IOException {
    throw new java.io.IOException("as it was");
  }

  @AgentTool
  int nested(int depth) {
    return depth == 0 ? 0 : 1 + nested(depth - 1);
  }

  @Tool(name = "langchain")
  String langChain(String text) {
    return text + "!";
  }

  /** Calls each of them once. */
  public static void main(String[] arguments) throws Exception {
    System.out.println("generic " + same(new OfText()));
    System.out.println("inherited " + new Below().sum(1, 2, 3));
    System.out.println("interfaceDefault " + new UsesDefault().hello());
    System.out.println("staticWide " + staticWide(1, 2.5, "abc"));
    Shapes shapes = new Shapes();
    System.out.println("privateOne " + shapes.privateOne((byte) 1, 'x', new boolean[3]));
    System.out.println("finalOne " + shapes.finalOne(List.of("a", "b")));
    shapes.nothing();
    System.out.println("packageOne " + shapes.packageOne());
    System.out.println("nested " + shapes.nested(2));
    System.out.println("langchain " + shapes.langChain("hi"));
    try {
      shapes.throwing();
    } catch (java.io.IOException e) {
      System.out.println("throwing " + e.getMessage());
    }
    System.out.println("reflected " + Shapes.class.getDeclaredMethod("packageOne").invoke(shapes));
  }

  private static Object same(Generic<String> generic) {
    return generic.same("same");
  }
}
