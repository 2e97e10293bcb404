package io.agenttool.guard.call;

import io.agenttool.guard.settings.ToolPolicy;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that a language model may call.
 *
 * <p>Described before its class exists, hence by names; {@link #method()} is for calls.
 */
public final class Tool {

  /**
   * A parameter of a tool.
   *
   * @param index its place, from 0, {@code this} not counted
   * @param name its name in the policy: the annotation's, else the source's, else {@code arg0}
   * @param type its erased type as {@link Class#getTypeName} writes it: {@code int}, {@code
   *     java.lang.String[]}
   * @param context whether the framework fills it, and not the model
   */
  public record Parameter(int index, String name, String type, boolean context) {
    /** One that the model fills. */
    public Parameter(int index, String name, String type) {
      this(index, name, type, false);
    }
  }

  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  private final String name;
  private final String framework;
  private final String className;
  private final String methodName;
  private final List<Parameter> parameters;
  private final List<Parameter> contexts;
  private final List<String> types;
  private final boolean suspends;
  private final String returnType;
  private final boolean isStatic;
  private final ToolPolicy policy;
  private final WeakReference<@Nullable ClassLoader> loader;
  private volatile @Nullable WeakReference<Method> method;

  /**
   * @param name its name in the policy and the audit log
   * @param framework whose annotation declares it: {@code Guard}, {@code LangChain4j}
   * @param className the binary name of the class that declares the method: {@code a.b.C$D}
   * @param methodName the method's name
   * @param parameters in order
   * @param returnType as {@link Class#getTypeName} writes it
   * @param isStatic whether the method has no {@code this}
   * @param policy what the settings, the policy file and the annotations say of it
   * @param loader the loader of the class, {@code null} for the boot loader
   */
  public Tool(
      String name,
      String framework,
      String className,
      String methodName,
      List<Parameter> parameters,
      String returnType,
      boolean isStatic,
      ToolPolicy policy,
      @Nullable ClassLoader loader) {
    this(
        name,
        framework,
        className,
        methodName,
        parameters,
        parameters.stream().map(Parameter::type).toList(),
        returnType,
        isStatic,
        policy,
        loader);
  }

  /**
   * The same for a method whose parameters are not those of the tool: a framework's way into it.
   *
   * @param types the erased types of the method's own parameters
   */
  public Tool(
      String name,
      String framework,
      String className,
      String methodName,
      List<Parameter> parameters,
      List<String> types,
      String returnType,
      boolean isStatic,
      ToolPolicy policy,
      @Nullable ClassLoader loader) {
    this.types = List.copyOf(types);
    this.name = name;
    this.framework = framework;
    this.className = className;
    this.methodName = methodName;
    this.parameters = List.copyOf(parameters);
    this.contexts = parameters.stream().filter(Parameter::context).toList();
    this.returnType = returnType;
    this.suspends =
        !types.isEmpty()
            && types.get(types.size() - 1).equals(CONTINUATION)
            && returnType.equals(Object.class.getName());
    this.isStatic = isStatic;
    this.policy = policy;
    this.loader = new WeakReference<>(loader);
  }

  /** Its name in the policy and the audit log. */
  public String name() {
    return name;
  }

  /** Whose annotation declares it. */
  public String framework() {
    return framework;
  }

  /** The binary name of the class that declares the method. */
  public String className() {
    return className;
  }

  /** The method's name. */
  public String methodName() {
    return methodName;
  }

  /** Its parameters, in order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Those of them that the framework fills. */
  public List<Parameter> contexts() {
    return contexts;
  }

  /** The erased types of its method's own parameters, as {@link Class#getTypeName} writes them. */
  List<String> types() {
    return types;
  }

  /** Whether its method is a suspend function of Kotlin, as the JVM sees these. */
  boolean suspends() {
    return suspends;
  }

  /** Its erased return type, as {@link Class#getTypeName} writes it. */
  public String returnType() {
    return returnType;
  }

  /** Whether the method has no {@code this}. */
  public boolean isStatic() {
    return isStatic;
  }

  /** What the settings, the policy file and the annotations say of it. */
  public ToolPolicy policy() {
    return policy;
  }

  /** The loader of its class; {@code null} for the boot loader, or where the loader is gone. */
  public @Nullable ClassLoader loader() {
    return loader.get();
  }

  /**
   * The method itself. Not to be called while its class is being woven: only from a call.
   *
   * @throws Denied where it cannot be found
   */
  public Method method() {
    WeakReference<Method> known = method;
    Method found = known == null ? null : known.get();
    if (found == null) {
      found = find();
      method = new WeakReference<>(found);
    }
    return found;
  }

  private Method find() {
    try {
      Class<?> type = Class.forName(className, false, loader());
      for (Method candidate : type.getDeclaredMethods()) {
        if (isThis(candidate)) {
          return candidate;
        }
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw new Denied("guard.failure", this + " cannot be looked up: " + e);
    }
    throw new Denied("guard.failure", this + " cannot be looked up");
  }

  /** Whether this is the tool of a method; not to be asked of a class that is being woven. */
  boolean isWoven(Method other) {
    Class<?> declaring = other.getDeclaringClass();
    return declaring.getName().equals(className)
        && declaring.getClassLoader() == loader()
        && isThis(other);
  }

  private boolean isThis(Method candidate) {
    Class<?>[] own = candidate.getParameterTypes();
    if (!candidate.getName().equals(methodName)
        || own.length != types.size()
        || !candidate.getReturnType().getTypeName().equals(returnType)) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      if (!own[i].getTypeName().equals(types.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The method as a policy's reader knows it: {@code a.b.C#run(java.lang.String)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(className).append('#').append(methodName).append('(');
    for (Parameter parameter : parameters) {
      text.append(parameter.index() == 0 ? "" : ", ").append(parameter.type());
    }
    return text.append(')').toString();
  }
}
