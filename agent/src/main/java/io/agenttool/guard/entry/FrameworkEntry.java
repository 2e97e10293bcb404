package io.agenttool.guard.entry;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Entry;
import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.GuardedTools;
import io.agenttool.guard.call.Opening;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One woven method through which a framework calls tools: which, the call itself tells. */
public final class FrameworkEntry implements Entry {
  /** A model that makes up arguments costs no more than this. */
  private static final int KNOWN = 256;

  private final EntryPoint point;
  private final Form form;
  private final GuardedTools tools;
  private final BiFunction<String, List<String>, GuardedTool> compiler;
  private final Map<List<String>, GuardedTool> compiled = new ConcurrentHashMap<>();

  /**
   * @param point its row
   * @param tools the woven methods: a call that leads to one of them is theirs
   * @param compiler makes a tool from its name and the names of its arguments
   */
  public FrameworkEntry(
      EntryPoint point,
      GuardedTools tools,
      BiFunction<String, List<String>, GuardedTool> compiler) {
    this.point = point;
    this.form = point.form();
    this.tools = tools;
    this.compiler = compiler;
  }

  @Override
  public @Nullable Opening open(@Nullable Object self, @Nullable Object[] arguments) {
    if (self == null) {
      throw new Denied("guard.failure", "the framework calls its tools in a way Guard is new to");
    }
    Method method = method(self);
    if (method != null && tools.guards(method)) {
      return null;
    }
    try {
      return read(form.name(self, arguments), self, arguments);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw e instanceof Denied denied ? denied : failure(e);
    }
  }

  private Opening read(String name, Object self, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    Map<String, @Nullable Object> read;
    try {
      read = form.read(arguments);
    } catch (Denied e) {
      GuardedTool tool = tool(name, List.of());
      GuardedTool refused =
          new GuardedTool(tool.tool(), tool.mode(), List.of(), tool.journal(), e.verdict());
      return new FrameworkCall(form, self, arguments, refused, Map.of());
    }
    GuardedTool tool = tool(name, new ArrayList<>(read.keySet()));
    return new FrameworkCall(form, self, arguments, tool, read);
  }

  static Denied failure(Exception e) {
    Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
    return new Denied("guard.failure", "the framework's call cannot be read: " + cause);
  }

  private GuardedTool tool(String name, List<String> parameters) {
    List<String> key = new ArrayList<>(parameters);
    key.add(0, name);
    GuardedTool known = compiled.get(key);
    if (known == null) {
      if (compiled.size() >= KNOWN) {
        compiled.clear();
      }
      known = compiler.apply(name, parameters);
      compiled.put(key, known);
    }
    return known;
  }

  /** The method that an object of the framework's own calls; {@code null} where it has none. */
  private @Nullable Method method(Object self) {
    for (Class<?> type = self.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(point.methodField());
        field.setAccessible(true);
        return field.get(self) instanceof Method method ? method : null;
      } catch (NoSuchFieldException e) {
        // further up
      } catch (IllegalAccessException | RuntimeException e) {
        return null;
      }
    }
    return null;
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
    public @Nullable Object[] values() {
      return values;
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
