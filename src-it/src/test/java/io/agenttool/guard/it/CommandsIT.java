package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Greeter;
import io.agenttool.guard.it.apps.Handles;
import io.agenttool.guard.it.apps.Legacy;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsIT {
  private static final String GREETER = "io/agenttool/guard/it/apps/Greeter.class";

  private static final String HANDLES = "io/agenttool/guard/it/apps/Handles.class";

  private static final String LEGACY = "io/agenttool/guard/it/apps/Legacy$Plain.class";

  @TempDir Path folder;

  @Test
  void theToolsOfARunAreListedFromItsLog() throws Exception {
    GuardedRun run = new GuardedRun(Jdk.own(), folder);
    run.run(Greeter.class, "world");

    Ended tools = run.command("tools", "--dir", ".guard");

    assertThat(tools.exit()).isZero();
    assertThat(tools.out())
        .hasLineCount(2)
        .contains("greet ", Greeter.class.getName() + "#greet(java.lang.String)", "woven");
  }

  @Test
  void theToolsOfAJarAreListedAlsoOutOfAJarInIt() throws Exception {
    Path inner = jar("inner.jar", GREETER, Path.of("target/test-classes", GREETER));
    jar("outer.jar", "BOOT-INF/lib/inner.jar", inner);

    Ended tools = new GuardedRun(Jdk.own(), folder).command("tools", "outer.jar");

    assertThat(tools.exit()).isZero();
    assertThat(tools.out())
        .hasLineCount(2)
        .contains("greet ", "Guard", Greeter.class.getName() + "#greet(java.lang.String whom)");
  }

  @Test
  void severalJarsCanBeNamed() throws Exception {
    jar("first.jar", GREETER, Path.of("target/test-classes", GREETER));
    jar("second.jar", HANDLES, Path.of("target/test-classes", HANDLES));

    Ended tools = new GuardedRun(Jdk.own(), folder).command("tools", "first.jar", "second.jar");

    assertThat(tools.err()).isEmpty();
    assertThat(tools.out())
        .contains(Greeter.class.getName() + "#greet", Handles.class.getName() + "#plain");
  }

  @Test
  void theToolsOfAJarAreListedAsThePolicyWouldHaveThem() throws Exception {
    jar("app.jar", LEGACY, Path.of("target/test-classes", LEGACY));
    Files.writeString(
        folder.resolve("rules.yaml"),
        """
        match:
          - {method: "io.agenttool.**.Legacy$Plain#go", tool: travel}
          - {method: "io.agenttool.**.Legacy$Nobody#go"}
        tools:
          travel: {args: {where: {oneOf: [good]}}}
          trvel: {confirm: true}
        """);
    GuardedRun run = new GuardedRun(Jdk.own(), folder);

    Ended tools = run.command("tools", "app.jar", "--policy", "rules.yaml", "--json");

    assertThat(tools.exit()).isZero();
    assertThat(tools.out())
        .hasLineCount(2)
        .contains("\"method\":\"" + Legacy.class.getName() + "$Plain#go(int where)\"")
        .contains("\"by\":\"rules.yaml:2:5\",\"coverage\":\"woven\",\"policy\":\"rules.yaml:5:3\"");
    assertThat(tools.err())
        .contains("rules.yaml:3:5: no class declares a method that matches")
        .contains("rules.yaml:6:3: no class declares a tool named trvel");
    assertThat(run.command("tools", "app.jar").out()).isEmpty();
  }

  @Test
  void aFileThatIsNoJarIsOneLine() throws Exception {
    Files.writeString(folder.resolve("text.jar"), "text");

    Ended tools = new GuardedRun(Jdk.own(), folder).command("tools", "text.jar");

    assertThat(tools.exit()).isEqualTo(2);
    assertThat(tools.err()).contains("text.jar").hasLineCount(1);
  }

  @Test
  void theDoctorNamesTheFolderThatCannotBe() throws Exception {
    Files.writeString(folder.resolve("occupied"), "a file");

    Ended doctor = new GuardedRun(Jdk.own(), folder).set("dir", "occupied/guard").command("doctor");

    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out()).containsPattern("WRONG guard.dir .*occupied").contains("ok    java");
  }

  private Path jar(String name, String entry, Path content) throws Exception {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(entry));
      Files.copy(content, out);
    }
    return jar;
  }
}
