package java.lang;

/**
 * The door between a woven tool method and Guard. It lies in {@code java.lang} because that is the
 * one package that every class loader delegates and every module reads.
 *
 * <p>What it leads to is set once, before the application's first class: a static final field that
 * the just-in-time compiler folds, and that no reflection can write.
 */
public final class GuardDispatch {

  /** What {@link Installed} takes; only ever written by the first {@link #install}. */
  private static GuardHook candidate;

  private GuardDispatch() {}

  /**
   * Holds the hook; initialised by {@link #install}, and by nothing else that comes to anything.
   */
  private static final class Installed {
    static final GuardHook HOOK = candidate;
  }

  /**
   * Sets what the door leads to, for the life of the JVM.
   *
   * @throws IllegalStateException if that was done before
   */
  public static synchronized void install(GuardHook hook) {
    if (candidate != null) {
      throw new IllegalStateException("a guard is installed in this JVM already");
    }
    candidate = hook;
    if (Installed.HOOK != hook) {
      throw new IllegalStateException("a tool was called before the guard was installed");
    }
  }

  /** See {@link GuardHook#enter}. */
  public static Object enter(int tool, Object self, Object[] arguments) {
    return hook().enter(tool, self, arguments);
  }

  /** See {@link GuardHook#answered}. */
  public static boolean answered(Object call) {
    return hook().answered(call);
  }

  /** See {@link GuardHook#returned}. */
  public static Object returned(Object call, Object result) {
    return hook().returned(call, result);
  }

  /** See {@link GuardHook#failed}. */
  public static Throwable failed(Object call, Throwable thrown) {
    return hook().failed(call, thrown);
  }

  /** See {@link GuardHook#refusal}. */
  public static RuntimeException refusal(int tool) {
    return hook().refusal(tool);
  }

  private static GuardHook hook() {
    GuardHook hook = Installed.HOOK;
    if (hook == null) {
      throw new SecurityException("tool refused: no guard is installed");
    }
    return hook;
  }
}
