package io.agenttool.guard.it.apps;

import static java.util.Objects.requireNonNull;

import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.aop.framework.ProxyFactory;

/** A tool of every shape, each with a word that may only be {@code good}: one row a shape. */
public class ShapeRows {
  private static final Map<String, UnaryOperator<String>> ROWS = new LinkedHashMap<>();

  private ShapeRows() {}

  static class Members {
    @AgentTool(name = "public method")
    public String open(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }

    @AgentTool(name = "protected method")
    protected String inherited(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }

    @AgentTool(name = "package-private method")
    String near(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }

    @AgentTool(name = "private method")
    private String own(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }

    @AgentTool(name = "static method")
    static String shared(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }

    @AgentTool(name = "final method")
    final String last(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }

    @AgentTool(name = "synchronized method")
    synchronized String locked(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }

    @AgentTool(name = "varargs")
    String many(@ToolArg(oneOf = "good") String word, Object... more) {
      return ran(word) + more.length;
    }

    @AgentTool(name = "all primitives")
    double primitives(
        boolean a,
        byte b,
        char c,
        short d,
        int e,
        long f,
        float g,
        double h,
        @ToolArg(oneOf = "good") String word) {
      ran(word);
      return (a ? 1 : 0) + b + c + d + e + f + g + h;
    }

    @AgentTool(name = "arrays")
    int[][] arrays(int[][] values, @ToolArg(oneOf = "good") String[] words) {
      ran(words[0]);
      return values;
    }

    @AgentTool(name = "recursive")
    String again(@ToolArg(oneOf = "good") String word, int depth) {
      return depth == 0 ? ran(word) : again(word, depth - 1);
    }

    @AgentTool(name = "calls another tool")
    String nested(@ToolArg(oneOf = "good") String word) {
      return within(word);
    }

    @AgentTool(name = "called by another tool")
    private String within(String word) {
      return ran(word);
    }

    class Inner {
      @AgentTool(name = "inner class")
      String inside(@ToolArg(oneOf = "good") String word) {
        return ran(word) + Members.this.getClass().getSimpleName();
      }
    }

    @AgentTool(name = "method reference")
    String referred(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }
  }

  interface Generic<T> {
    @AgentTool(name = "generic, through its bridge")
    String take(@ToolArg(oneOf = "good") T value);
  }

  static class OfText implements Generic<String> {
    @Override
    public String take(String value) {
      return ran(value);
    }
  }

  interface WithDefault {
    @AgentTool(name = "interface default")
    default String say(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }

    /** No tool. */
    default String lead(String word) {
      return hidden(word);
    }

    @AgentTool(name = "private interface method")
    private String hidden(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }
  }

  static class UsesDefault implements WithDefault {}

  abstract static class Above {
    @AgentTool(name = "declared by a superclass")
    abstract String below(@ToolArg(oneOf = "good") String word);
  }

  static class Below extends Above {
    @Override
    String below(String word) {
      return ran(word);
    }
  }

  sealed interface Sealed permits OnlyOne {
    @AgentTool(name = "declared by a sealed interface")
    String only(@ToolArg(oneOf = "good") String word);
  }

  record OnlyOne(String end) implements Sealed {
    @Override
    public String only(String word) {
      return ran(word) + end;
    }

    @AgentTool(name = "record")
    String own(@ToolArg(oneOf = "good") String word) {
      return ran(word) + end;
    }
  }

  enum Constants {
    ONE {
      @Override
      String say(String word) {
        return ran(word);
      }
    };

    @AgentTool(name = "constant of an enum")
    abstract String say(@ToolArg(oneOf = "good") String word);
  }

  static class Unknowing {
    public String inherit(String word) {
      return ran(word);
    }
  }

  interface Inherits {
    @AgentTool(name = "body of a superclass that does not know it")
    String inherit(@ToolArg(oneOf = "good") String word);
  }

  static class Heir extends Unknowing implements Inherits {}

  static class Constructed {
    String said;

    Constructed(String word) {
      said = build(word);
    }

    @AgentTool(name = "called by a constructor")
    private String build(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }
  }

  static class InitializedGood {
    static final String SAID = Initial.say("good");

    private InitializedGood() {}
  }

  static class InitializedBad {
    static final String SAID = Initial.say("bad");

    private InitializedBad() {}
  }

  static class Initial {
    private Initial() {}

    @AgentTool(name = "called by a class initializer")
    static String say(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }
  }

  /** What Spring makes proxies of. */
  public interface Service {
    String serve(String word);
  }

  /** Its tool is declared by the class alone. */
  public static class Served implements Service {
    @Override
    @AgentTool(name = "behind a JDK proxy of Spring's")
    public String serve(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }
  }

  /** Its tool is overridden by the proxy's class. */
  public static class Extended {
    @AgentTool(name = "behind a CGLIB proxy of Spring's")
    public String serve(@ToolArg(oneOf = "good") String word) {
      return ran(word);
    }
  }

  /** Declares its tool itself, so that proxies are tools, and so are their targets. */
  public interface Declaring {
    @AgentTool(name = "behind a JDK proxy, declared by its interface")
    String serve(@ToolArg(oneOf = "good") String word);
  }

  /** Knows nothing of tools. */
  public static class Implementing implements Declaring {
    @Override
    public String serve(String word) {
      return ran(word);
    }
  }

  interface ByLambda<T> {
    @AgentTool(name = "lambda")
    String take(@ToolArg(oneOf = "good") T word, int more);
  }

  interface ByReference {
    @AgentTool(name = "method reference to what is no tool")
    Object take(@ToolArg(oneOf = "good") String word);
  }

  private static UnaryOperator<String> lambda() {
    long captured = System.nanoTime();
    String also = "!";
    ByLambda<String> tool = (word, more) -> ran(word) + also + more + (captured != 0);
    return word -> tool.take(word, 1);
  }

  private static UnaryOperator<String> referenceToNoTool() {
    ByReference tool = ShapeRows::ran;
    return word -> (String) tool.take(word);
  }

  static class Overridden {
    @AgentTool(name = "calls the method that it overrides")
    String serve(@ToolArg(oneOf = "good") String word, int primitive) {
      return ran(word) + primitive;
    }
  }

  static class Overriding extends Overridden {
    @Override
    String serve(String word, int primitive) {
      return super.serve(word, primitive);
    }
  }

  static class ChangedOnItsWay {
    @AgentTool(name = "calls the method that it overrides with another word")
    String serve(@ToolArg(oneOf = {"good", "bad", "changed"}) String word) {
      return ran(word);
    }
  }

  static class Changing extends ChangedOnItsWay {
    @Override
    String serve(String word) {
      return super.serve(word.equals("good") ? "changed" : "worse");
    }
  }

  private static String ran(String word) {
    System.out.println("BODY");
    return "ran " + word;
  }

  private static void fill() {
    Members members = new Members();
    ROWS.put("public method", members::open);
    ROWS.put("protected method", members::inherited);
    ROWS.put("package-private method", members::near);
    ROWS.put("private method", members::own);
    ROWS.put("static method", Members::shared);
    ROWS.put("final method", members::last);
    ROWS.put("synchronized method", members::locked);
    ROWS.put("varargs", word -> members.many(word, 1, "two"));
    ROWS.put(
        "all primitives",
        word -> "" + members.primitives(true, (byte) 1, 'c', (short) 2, 3, 4L, 5.5f, 6.25, word));
    ROWS.put("arrays", word -> "" + members.arrays(new int[2][3], new String[] {word}).length);
    ROWS.put("recursive", word -> members.again(word, 1));
    ROWS.put("calls another tool", members::nested);
    ROWS.put("inner class", members.new Inner()::inside);
    ROWS.put("method reference", reference(members::referred));
    ROWS.put("lambda", lambda());
    ROWS.put("method reference to what is no tool", referenceToNoTool());
    ROWS.put("generic, through its bridge", word -> generic(new OfText(), word));
    ROWS.put("interface default", new UsesDefault()::say);
    ROWS.put("private interface method", new UsesDefault()::lead);
    ROWS.put("declared by a superclass", new Below()::below);
    ROWS.put("declared by a sealed interface", new OnlyOne("!")::only);
    ROWS.put("record", new OnlyOne("!")::own);
    ROWS.put("constant of an enum", Constants.ONE::say);
    ROWS.put(
        "anonymous class",
        new UnaryOperator<String>() {
          @AgentTool(name = "anonymous class")
          @Override
          public String apply(@ToolArg(oneOf = "good") String word) {
            return ran(word);
          }
        });
    ROWS.put("body of a superclass that does not know it", new Heir()::inherit);
    ROWS.put("called by a constructor", word -> new Constructed(word).said);
    ROWS.put(
        "called by a class initializer",
        word -> word.equals("good") ? InitializedGood.SAID : InitializedBad.SAID);
    ROWS.put("behind a JDK proxy of Spring's", jdkProxy()::serve);
    ROWS.put("behind a CGLIB proxy of Spring's", cglibProxy()::serve);
    ROWS.put("behind a JDK proxy, declared by its interface", declaredProxy()::serve);
    ROWS.put("calls the method that it overrides", word -> new Overriding().serve(word, 1_000_000));
    ROWS.put("calls the method that it overrides with another word", new Changing()::serve);
  }

  private static UnaryOperator<String> reference(UnaryOperator<String> given) {
    return given;
  }

  private static <T> String generic(Generic<T> tool, T value) {
    return tool.take(value);
  }

  private static Service jdkProxy() {
    return (Service) new ProxyFactory(new Served()).getProxy();
  }

  private static Declaring declaredProxy() {
    return (Declaring) new ProxyFactory(new Implementing()).getProxy();
  }

  private static Extended cglibProxy() {
    ProxyFactory factory = new ProxyFactory(new Extended());
    factory.setProxyTargetClass(true);
    return (Extended) factory.getProxy();
  }

  /** Calls each with what is allowed and with what is not. */
  public static void main(String[] arguments) {
    fill();
    ROWS.forEach(
        (name, tool) -> {
          say(name, "good", tool);
          say(name, "bad", tool);
        });
  }

  private static void say(String name, String word, UnaryOperator<String> tool) {
    System.out.println("CALL " + name + "/" + word);
    try {
      System.out.println("CAME " + tool.apply(word));
    } catch (SecurityException e) {
      System.out.println("DENIED " + e.getClass().getName());
    } catch (ExceptionInInitializerError e) {
      System.out.println("DENIED " + requireNonNull(e.getCause()).getClass().getName());
    }
  }
}
