package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Configured;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The secrets of an application's configuration, which only its files say. */
class ConfigurationIT {
  private static final String SECRET = "blue horizon 7";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void theSecretsOfNamedFilesNeverLeave(Jdk jdk) throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "the word is " + SECRET + "\n");
    try (OutputStream out = Files.newOutputStream(folder.resolve("app.jar"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("BOOT-INF/classes/application.yml"));
      String yaml = "spring: {datasource: {password: \"" + SECRET + "\"}}";
      zip.write(yaml.getBytes(StandardCharsets.UTF_8));
    }
    Ended ended =
        new GuardedRun(jdk, folder)
            .set("output.configuration", "app.jar!/BOOT-INF/classes/application.yml")
            .run(Configured.class, "notes.txt");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().lines().toList().get(0)).isEqualTo("the word is [REDACTED_OWN_SECRET]");
    assertThat(ended.out().lines().toList().get(1)).contains("[REDACTED_OWN_SECRET]");
    assertThat(ended.audit("outcome", "show").toString()).contains("secret.own");
    assertThat(ended.audit().toString()).doesNotContain(SECRET);
  }

  @Test
  void withoutThemNothingTellsThatTextFromOthers() throws Exception {
    String text = "the word is " + SECRET + "\n";
    Files.writeString(folder.resolve("notes.txt"), text);
    Ended ended = new GuardedRun(Jdk.own(), folder).run(Configured.class, "notes.txt");

    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    assertThat(ended.out()).isEqualTo(text + base64 + "\n");
  }

  @Test
  void aFileThatIsNotThereStopsTheStart() throws Exception {
    Ended ended =
        new GuardedRun(Jdk.own(), folder)
            .set("output.configuration", "application.yml")
            .run(Configured.class, "notes.txt");

    assertThat(ended.exit()).isEqualTo(78);
    assertThat(ended.err())
        .contains("guard.output.configuration: 'application.yml' is not there")
        .hasLineCount(1);
    assertThat(ended.out()).isEmpty();
  }
}
