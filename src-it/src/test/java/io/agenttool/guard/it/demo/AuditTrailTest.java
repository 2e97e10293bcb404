package io.agenttool.guard.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.demo.AuditTrail.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
  @TempDir Path folder;

  @Test
  void theCallsOfAToolAreThoseOfItsStepsInOrder() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("audit.jsonl"),
            """
            {"kind":"start","fields":{}}
            {"kind":"intent","call":"a1","tool":"run","decision":"deny","rule":"args.x.deny"}
            {"kind":"outcome","call":"a1","tool":"run","status":"denied","rule":"args.x.deny","reason":"no"}
            {"kind":"intent","call":"a2","tool":"read","decision":"allow"}
            {"kind":"outcome","call":"a2","tool":"read","status":"returned","findings":[{"rule":"secret.JWT"}]}
            {"kind":"intent","call":"a3","tool":"run","decision":"allow"}
            {"kind":"outcome","call":"a3","tool":"run","status":"answered"}
            """);

    List<Entry> entries =
        AuditTrail.read(log, List.of(step("run"), step("read"), step("run"), step("run")));

    assertThat(entries)
        .extracting(Entry::why)
        .containsExactly("args.x.deny", "secret.JWT", "ran in a container", "");
    assertThat(entries.get(0).reason()).isEqualTo("no");
  }

  private static Told step(String tool) {
    return new Told("id", "attack", "", tool, Map.of(), List.of(), false, "", "");
  }
}
