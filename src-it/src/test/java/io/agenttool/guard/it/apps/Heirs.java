package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import io.agenttool.ToolArg;

/** Tools whose bodies are in superclasses that do not know them as tools. */
public class Heirs {

  interface Writes {
    @AgentTool
    String write(@ToolArg(oneOf = "good") String word, long wide);
  }

  /** No tool by itself. */
  static class Base {
    public String write(String word, long wide) {
      return word + wide;
    }
  }

  static class Heir extends Base implements Writes {}

  static class Grandchild extends Heir {
    @Override
    public String write(String word, long wide) {
      return "grand" + super.write(word, wide);
    }
  }

  /** Its body cannot be overridden. */
  static class FinalBase {
    public final String write(String word, long wide) {
      return word + wide;
    }
  }

  static class FinalHeir extends FinalBase implements Writes {}

  interface Generic<T> {
    @AgentTool(name = "generic")
    String take(@ToolArg(oneOf = "good") T value);
  }

  static class GenericBase {
    public String take(String value) {
      return "took " + value;
    }
  }

  static class GenericHeir extends GenericBase implements Generic<String> {}

  /** Calls each with what is allowed and what is not. */
  public static void main(String[] arguments) {
    System.out.println("base " + new Base().write("bad", 1L));
    for (String word : new String[] {"good", "bad"}) {
      say("heir", () -> ((Writes) new Heir()).write(word, 2L));
      say("grandchild", () -> new Grandchild().write(word, 3L));
      say("generic", () -> generic(new GenericHeir(), word));
      say("final", () -> ((Writes) new FinalHeir()).write(word, 4L));
    }
  }

  private static <T> String generic(Generic<T> tool, T value) {
    return tool.take(value);
  }

  private static void say(String who, java.util.function.Supplier<String> call) {
    try {
      System.out.println(who + " " + call.get());
    } catch (SecurityException | LinkageError e) {
      System.out.println(who + " " + e.getClass().getSimpleName());
    }
  }
}
