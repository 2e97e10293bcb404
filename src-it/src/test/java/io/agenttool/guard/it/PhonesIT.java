package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Contacts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Google's libphonenumber beside guard.jar, which the application does not have. */
class PhonesIT {
  private static final Path JAR =
      Path.of("target", "test-lib", "libphonenumber.jar").toAbsolutePath();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void theUsersLibraryFindsTheNumbersOfARegion(Jdk jdk) throws Exception {
    Ended ended = run(jdk).set("output.phones.regions", "DE").run(Contacts.class, "ann");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .isEqualTo("ann: [REDACTED_PHONE] or [REDACTED_PHONE], order 4111111 of 2026-03-14\n");
    assertThat(ended.audit("outcome", "contact").toString()).contains("personal.phone");
  }

  @Test
  void aRegionThatThereIsNotDeniesEveryToolWithTheReason() throws Exception {
    Ended ended = run(Jdk.own()).set("output.phones.regions", "XX").run(Contacts.class, "ann");

    assertThat(ended.out()).startsWith("denied by policy.invalid").doesNotContain("1234567");
    assertThat(ended.err()).contains("guard.output.phones.regions: there is no region 'XX'");
  }

  @Test
  void aJarThatIsNoneStopsTheStart() throws Exception {
    Ended ended =
        new GuardedRun(Jdk.own(), folder)
            .set("output.personal", "true")
            .set("output.phones.jar", "nowhere.jar")
            .run(Contacts.class, "ann");

    assertThat(ended.exit()).isEqualTo(78);
    assertThat(ended.err()).contains("guard.output.phones.jar", "nowhere.jar cannot be read");
    assertThat(ended.out()).isEmpty();
  }

  private GuardedRun run(Jdk jdk) {
    return new GuardedRun(jdk, folder)
        .set("output.personal", "true")
        .set("output.phones.jar", JAR.toString());
  }
}
