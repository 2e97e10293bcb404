package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Greeter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsIT {
  private static final String GREETER = "io/agenttool/guard/it/apps/Greeter.class";

  @TempDir Path folder;

  @Test
  void theToolsOfARunAreListedFromItsLog() throws Exception {
    GuardedRun run = new GuardedRun(Jdk.own(), folder);
    run.run(Greeter.class, "world");

    Ended tools = run.command("tools", "--dir", ".guard");

    assertThat(tools.exit()).isZero();
    assertThat(tools.out())
        .hasLineCount(1)
        .contains("greet ", Greeter.class.getName() + "#greet(java.lang.String)", "woven");
  }

  @Test
  void theToolsOfAJarAreListedAlsoOutOfAJarInIt() throws Exception {
    Path inner = jar("inner.jar", GREETER, Path.of("target/test-classes", GREETER));
    jar("outer.jar", "BOOT-INF/lib/inner.jar", inner);

    Ended tools = new GuardedRun(Jdk.own(), folder).command("tools", "outer.jar");

    assertThat(tools.exit()).isZero();
    assertThat(tools.out())
        .hasLineCount(1)
        .contains("greet ", "Guard", Greeter.class.getName() + "#greet(java.lang.String whom)");
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
