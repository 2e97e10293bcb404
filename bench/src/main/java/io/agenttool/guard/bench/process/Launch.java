package io.agenttool.guard.bench.process;

/** The JVMs whose start is measured. */
public enum Launch {
  BARE("no tool, without Guard", App.IDLE, With.NOTHING),
  ANY_AGENT("no tool, an agent that does nothing", App.IDLE, With.ANY_AGENT),
  AGENT("no tool, `-javaagent:guard.jar`", App.IDLE, With.GUARD),
  POLICY("no tool, `-javaagent:guard.jar` and a policy file", App.IDLE, With.POLICY),
  TELEMETRY("no tool, the OpenTelemetry Java agent", App.IDLE, With.TELEMETRY),
  BARE_TOOL("one tool called once, without Guard", App.ONE_TOOL, With.NOTHING),
  GUARDED_TOOL("one tool called once, Guard", App.ONE_TOOL, With.GUARD),
  POLICY_TOOL("one tool called once, Guard and a policy file", App.ONE_TOOL, With.POLICY),
  BARE_SPRING("Spring Boot, LangChain4j and a tool, without Guard", App.SPRING, With.NOTHING),
  GUARDED_SPRING("Spring Boot, LangChain4j and a tool, Guard", App.SPRING, With.GUARD),
  TELEMETRY_SPRING(
      "Spring Boot, LangChain4j and a tool, the OpenTelemetry Java agent",
      App.SPRING,
      With.TELEMETRY);

  /** What the JVM runs. */
  enum App {
    IDLE,
    ONE_TOOL,
    SPRING
  }

  /** What the JVM is started with. */
  public enum With {
    NOTHING,
    ANY_AGENT,
    GUARD,
    POLICY,
    TELEMETRY
  }

  private final String what;
  private final App app;
  private final With with;

  Launch(String what, App app, With with) {
    this.what = what;
    this.app = app;
    this.with = with;
  }

  /** For the reader. */
  public String what() {
    return what;
  }

  App app() {
    return app;
  }

  /** What it is started with. */
  public With with() {
    return with;
  }

  /** The same application without Guard. */
  public Launch bare() {
    return switch (app) {
      case IDLE -> BARE;
      case ONE_TOOL -> BARE_TOOL;
      case SPRING -> BARE_SPRING;
    };
  }
}
