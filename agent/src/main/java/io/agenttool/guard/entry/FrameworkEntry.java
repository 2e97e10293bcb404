package io.agenttool.guard.entry;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Entry;
import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.GuardedTools;
import io.agenttool.guard.call.Opening;
import io.agenttool.guard.call.Refusal;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One woven method through which a framework calls tools: which, the call itself tells. */
public final class FrameworkEntry implements Entry {
  /** A model that makes up arguments costs no more than this. */
  private static final int KNOWN = 256;

  /** Stands for the object of a lambda's own method, which has none. */
  private static final Object LAMBDA = new Object();

  /** The name of a tool whose framework does not say it where Guard looks. */
  private static final String UNKNOWN = "(unknown)";

  private final Form form;
  private final GuardedTools tools;
  private final Compiler compiler;
  private final Map<Called, GuardedTool> compiled = new ConcurrentHashMap<>();

  /**
   * What a framework says of a tool that is called.
   *
   * @param name what the model calls it
   * @param servedAs what the MCP server calls it that it is of; {@code null} for the same, or none
   * @param arguments the names of those that this call has
   * @param destroys whether it is said to
   */
  public record Called(
      String name, @Nullable String servedAs, List<String> arguments, boolean destroys) {}

  /** Makes a tool of what is said of it. */
  public interface Compiler {
    /** Asked once, as long as tools and their arguments are those of a program. */
    GuardedTool compile(Called called);
  }

  /**
   * @param point its row
   * @param tools the woven methods: a call that leads to one of them is theirs
   * @param compiler makes tools
   */
  public FrameworkEntry(EntryPoint point, GuardedTools tools, Compiler compiler) {
    this.form = point.form();
    this.tools = tools;
    this.compiler = compiler;
  }

  @Override
  public @Nullable Opening open(@Nullable Object object, @Nullable Object[] arguments) {
    Object self = object == null ? LAMBDA : object;
    Object adapter = self instanceof GuardedFunction handed ? handed.function() : self;
    if (Target.isGuarded(adapter, tools)) {
      return null;
    }
    String name = UNKNOWN;
    String servedAs = null;
    boolean destroys = false;
    try {
      name = form.name(self, arguments);
      servedAs = form.servedAs(self);
      destroys = form.destroys(self, servedAs == null ? name : servedAs);
      Map<String, @Nullable Object> read = form.read(arguments);
      GuardedTool tool = tool(new Called(name, servedAs, List.copyOf(read.keySet()), destroys));
      return new FrameworkCall(form, self, arguments, tool, read);
    } catch (ReflectiveOperationException | RuntimeException e) {
      Denied denied = e instanceof Denied known ? known : failure(e);
      GuardedTool known = tool(new Called(name, servedAs, List.of(), destroys));
      GuardedTool tool = denying(known, denied.verdict());
      return new FrameworkCall(form, self, arguments, tool, Map.of());
    }
  }

  @Override
  public Map<String, Object> caller(@Nullable Object[] arguments) {
    return form.caller(arguments);
  }

  @Override
  public Throwable failed(@Nullable Object self, Throwable thrown) {
    RuntimeException refusal = self == null ? null : Refusal.in(thrown);
    if (self == null || refusal == null) {
      return thrown;
    }
    try {
      return form.refusedWithin(self, refusal, thrown);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return thrown;
    }
  }

  /**
   * The tool, where a call of it cannot be read: as all decisions, this one binds or is noted. That
   * a policy has arguments which such a call has not says nothing.
   */
  private static GuardedTool denying(GuardedTool known, Verdict.Deny why) {
    return new GuardedTool(
        known.tool(), known.mode(), List.of(new Unread(why)), known.journal(), null);
  }

  private record Unread(Verdict.Deny why) implements Stage {
    @Override
    public Verdict before(ToolCall call) {
      return why;
    }
  }

  static Denied failure(Exception e) {
    Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
    return new Denied("guard.failure", "the framework's call cannot be read: " + cause);
  }

  private GuardedTool tool(Called called) {
    GuardedTool known = compiled.get(called);
    if (known == null) {
      if (compiled.size() >= KNOWN) {
        compiled.clear();
      }
      known = compiler.compile(called);
      compiled.put(called, known);
    }
    return known;
  }

  /** A call in both forms. */
  private static final class FrameworkCall implements Opening {
    private final Form form;
    private final Object self;
    private final @Nullable Object[] arguments;
    private final GuardedTool tool;
    private final List<String> names;
    private final @Nullable Object[] values;

    FrameworkCall(
        Form form,
        Object self,
        @Nullable Object[] arguments,
        GuardedTool tool,
        Map<String, @Nullable Object> read) {
      this.form = form;
      this.self = self;
      this.arguments = arguments;
      this.tool = tool;
      this.names = List.copyOf(read.keySet());
      this.values = read.values().toArray();
    }

    @Override
    public GuardedTool tool() {
      return tool;
    }

    @Override
    public Map<String, Object> caller() {
      return form.caller(arguments);
    }

    @Override
    public @Nullable Object[] values() {
      return values;
    }

    @Override
    public boolean continues(Opening other) {
      return other instanceof FrameworkCall outer
          && outer.tool.tool().name().equals(tool.tool().name())
          && outer.arguments[outer.form.place()] == arguments[form.place()];
    }

    @Override
    public void pass() {
      if (names.isEmpty()) {
        return;
      }
      Map<String, @Nullable Object> checked = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        checked.put(names.get(i), values[i]);
      }
      try {
        form.write(arguments, checked);
      } catch (ReflectiveOperationException e) {
        throw failure(e);
      }
    }

    @Override
    public @Nullable Object shown(@Nullable Object result) {
      try {
        return form.shown(result);
      } catch (ReflectiveOperationException e) {
        throw failure(e);
      }
    }

    @Override
    public @Nullable Object rebuilt(@Nullable Object result, @Nullable Object filtered) {
      try {
        return form.rebuilt(result, filtered);
      } catch (ReflectiveOperationException e) {
        throw failure(e);
      }
    }

    @Override
    public @Nullable Object refused(RuntimeException refusal, boolean later) {
      try {
        return form.refused(self, refusal, later);
      } catch (ReflectiveOperationException e) {
        throw refusal;
      }
    }
  }
}
