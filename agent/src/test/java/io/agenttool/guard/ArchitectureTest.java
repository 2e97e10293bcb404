package io.agenttool.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms: they only go down. */
class ArchitectureTest {
  private static final String ROOT = "io.agenttool.guard.";
  private static final List<String> DEFENCES = List.of("args", "confirm", "sandbox", "output");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.agenttool.guard");

  @Test
  void aLowerRoomKnowsNoHigherOne() {
    LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room :
        List.of(
            "start",
            "cli",
            "weave",
            "entry",
            "args",
            "confirm",
            "sandbox",
            "output",
            "audit",
            "evidence",
            "screen",
            "configuration",
            "call",
            "settings")) {
      rooms = rooms.layer(room).definedBy(ROOT + room + "..");
    }
    rooms
        .whereLayer("start")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        // The commands list what would be woven, read by the code that weaves.
        .whereLayer("weave")
        .mayOnlyBeAccessedByLayers("start", "cli")
        .whereLayer("entry")
        .mayOnlyBeAccessedByLayers("weave")
        .whereLayer("args")
        .mayOnlyBeAccessedByLayers("start")
        .whereLayer("confirm")
        .mayOnlyBeAccessedByLayers("start", "cli")
        .whereLayer("sandbox")
        .mayOnlyBeAccessedByLayers("start", "cli")
        .whereLayer("output")
        .mayOnlyBeAccessedByLayers("start", "cli")
        .whereLayer("audit")
        .mayOnlyBeAccessedByLayers("start", "cli")
        .whereLayer("evidence")
        .mayOnlyBeAccessedByLayers("audit", "confirm", "cli")
        .whereLayer("screen")
        .mayOnlyBeAccessedByLayers("start", "args", "output")
        .whereLayer("configuration")
        .mayOnlyBeAccessedByLayers("output")
        .whereLayer("call")
        .mayOnlyBeAccessedByLayers(
            "start",
            "cli",
            "weave",
            "entry",
            "args",
            "confirm",
            "sandbox",
            "output",
            "audit",
            "evidence")
        .check(OURS);
  }

  @Test
  void settingsKnowNobody() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "settings..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms("settings"))
        .check(OURS);
  }

  @Test
  void theCallKnowsOnlyTheSettings() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "call..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms("settings", "call"))
        .check(OURS);
  }

  @Test
  void linesOfDefenceNeverNameOneAnother() {
    for (String one : DEFENCES) {
      String[] others =
          DEFENCES.stream()
              .filter(other -> !other.equals(one))
              .map(other -> ROOT + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + one + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(OURS);
    }
  }

  @Test
  void onlyWeavingKnowsClassFilesAndOnlyTheSandboxKnowsDocker() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "weave..", ROOT + "start..", ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.objectweb.asm..", "net.bytebuddy..")
        .check(OURS);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.dockerjava..")
        .check(OURS);
  }

  @Test
  void nothingThatRunsInTheApplicationLogsOrUsesJmx() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "javax.management..", "java.lang.management..")
        .check(OURS);
  }

  private static String[] rooms(String... but) {
    return List.of(
            "start",
            "cli",
            "weave",
            "entry",
            "args",
            "confirm",
            "sandbox",
            "output",
            "audit",
            "evidence",
            "screen",
            "configuration",
            "call",
            "settings")
        .stream()
        .filter(room -> !List.of(but).contains(room))
        .map(room -> ROOT + room + "..")
        .toArray(String[]::new);
  }
}
