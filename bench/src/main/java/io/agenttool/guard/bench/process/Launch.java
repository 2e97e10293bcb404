package io.agenttool.guard.bench.process;

import java.util.List;
import java.util.stream.Stream;

/** The JVMs whose start is measured. */
public enum Launch {
  BARE("no tool, without Guard", Idle.class, With.NOTHING),
  AGENT("no tool, `-javaagent:guard.jar`", Idle.class, With.AGENT),
  POLICY("no tool, `-javaagent:guard.jar` and a policy file", Idle.class, With.POLICY),
  BARE_TOOL("one tool called once, without Guard", OneTool.class, With.NOTHING),
  GUARDED_TOOL("one tool called once, Guard and a policy file", OneTool.class, With.POLICY);

  /** What the JVM is started with. */
  public enum With {
    NOTHING,
    AGENT,
    POLICY
  }

  private final String what;
  private final Class<?> main;
  private final With with;

  Launch(String what, Class<?> main, With with) {
    this.what = what;
    this.main = main;
    this.with = with;
  }

  /** For the reader. */
  public String what() {
    return what;
  }

  /** What it is started with. */
  public With with() {
    return with;
  }

  /** The same application without Guard. */
  public Launch bare() {
    return main == Idle.class ? BARE : BARE_TOOL;
  }

  /** The command line. */
  List<String> command(String java, String classPath, List<String> guard) {
    return Stream.of(List.of(java), guard, List.of("-cp", classPath, main.getName()))
        .flatMap(List::stream)
        .toList();
  }
}
