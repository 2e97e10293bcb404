package io.agenttool.guard.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An application under {@code src-it/apps}, as its build left it. */
enum FrameworkApp {
  LANGCHAIN4J("langchain4j", "com.acme.langchain4j.Main", 17),
  SPRING_AI("spring-ai", "com.acme.springai.Main", 17),
  SPRING_AI_MCP("spring-ai-mcp", "com.acme.springaimcp.Main", 17),
  MCP_SDK("mcp-sdk", "com.acme.mcpsdk.Main", 17),
  GOOGLE_ADK("google-adk", "com.acme.googleadk.Main", 17),
  SEMANTIC_KERNEL("semantic-kernel", "com.acme.semantickernel.Main", 17),
  KOOG("koog", "com.acme.koog.MainKt", 17),
  QUARKUS_MCP("quarkus-mcp", "", 17),
  EMBABEL("embabel", "com.acme.embabel.Main", 21);

  private final Path target;
  private final String main;
  private final int since;

  // folder: its folder there; main: empty for a jar to be run; since: the first JDK that can run it
  FrameworkApp(String folder, String main, int since) {
    this.target = Path.of("apps", folder, "target").toAbsolutePath();
    this.main = main;
    this.since = since;
  }

  /** The first JDK that can run its framework. */
  int since() {
    return since;
  }

  /** Whether this build made it: some take a profile, or a newer JDK. */
  boolean isBuilt() {
    return Files.exists(main.isEmpty() ? runnable() : target.resolve("classpath.txt"));
  }

  private Path runnable() {
    return target.resolve("quarkus-app/quarkus-run.jar");
  }

  /** The words after {@code java} and its options. */
  List<String> words(Path folder) throws IOException {
    if (main.isEmpty()) {
      return List.of("-jar", runnable().toString(), folder.toString());
    }
    return List.of("-cp", classPath(), main, folder.toString());
  }

  /** Its classes and its framework's. */
  String classPath() throws IOException {
    String libraries = Files.readString(target.resolve("classpath.txt")).strip();
    return target.resolve("classes") + File.pathSeparator + libraries;
  }
}
