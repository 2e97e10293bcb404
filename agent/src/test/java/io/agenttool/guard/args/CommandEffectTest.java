package io.agenttool.guard.args;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused would have happened, and what is let through does. */
class CommandEffectTest {
  private static final CommandRule RULE =
      new CommandRule(null, java.util.List.of(), ProgramTable.standard());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf x",
        "rm  -r -f x",
        "\"rm\" -rf x",
        "r\\m -fr x",
        "/bin/rm --recursive --force x",
        "rm --rec --fo x",
        "rm x -rf",
        "$(echo rm) -rf x",
        "`echo rm` -rf x",
        "${y:-rm} -rf x",
        "y=rm; $y -rf x",
        "rm$IFS-rf${IFS}x",
        "o=-rf; rm $o x",
        "set -- -rf x; rm \"$@\"",
        "/bin/r? -rf x",
        "r\\\nm -rf x",
        "ls # '\nrm -rf x # '",
        "echo \"$(rm -rf x)\"",
        "cat <<E\n$(rm -rf x)\nE",
        "f(){ \"$@\"; }; f rm -rf x",
        "alias l='rm -rf x'\nl",
        "case a in a) rm -rf x;; esac",
        "for i in a; do rm -rf x; done",
        "env rm -rf x",
        "nice -n 5 rm -rf x",
        "timeout -s KILL 5 rm -rf x",
        "command rm -rf x",
        "exec rm -rf x",
        "echo -rf x | xargs rm",
        "find x -delete",
        "find x -exec rm -rf {} +",
        "sh -c 'rm -rf x'",
        "sh -c '\"$@\"' _ rm -rf x",
        "echo 'rm -rf x' | sh",
        "echo cm0gLXJmIHg= | base64 -d | sh",
        "echo 'rm -rf x' > s; sh s",
        "sh <<E\nrm -rf x\nE",
        "eval 'rm -rf x'",
        "trap 'rm -rf x' EXIT",
        "awk 'BEGIN{system(\"rm -rf x\")}'",
        "echo a | sed 's/a/rm -rf x/e'",
        "cp /bin/rm y; ./y -rf x",
        "echo $'\\'; rm -rf x #'",
        "echo a &>out rm -rf x",
        "tar cf a.tar x --checkpoint=1 --checkpoint-action=exec='rm -rf x'",
        "git -c alias.z='!rm -rf x' z",
        "> '-e1e rm -rf x'; echo a | sed -n p *",
      })
  void refusesWhatAShellWouldHaveDone(String command) throws Exception {
    Path work = folder.resolve("work");
    Files.createDirectories(work.resolve("x/y"));
    RealShell.run("/bin/sh", work, command, Map.of());
    boolean gone = Files.notExists(work.resolve("x"));
    assertThat(gone || command.startsWith("git") || command.startsWith(">")).isTrue();
    assertThat(RULE.check(command)).isNotNull();
  }

  @Test
  void refusesAScriptThatOpensAFolderToAll() throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    Path file = Files.writeString(work.resolve("x"), "");
    for (String command :
        new String[] {
          "chmod 777 x", "chmod 00777 x", "chmod a=rwx x", "chmod o+r,o+wx x", "chmod ugo+rwx x"
        }) {
      RealShell.run("/bin/sh", work, "chmod 600 x; " + command, Map.of());
      assertThat(Files.getPosixFilePermissions(file))
          .contains(
              java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE,
              java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE);
      assertThat(RULE.check(command)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "touch marker",
        "echo a > marker",
        "cat <<E > marker\nrm -rf x\nE",
        "sh -c 'echo a > marker'",
        "if true; then touch marker; fi",
        "for f in marker; do echo a > \"$f\"; done",
        "(cd . && touch marker)",
        "echo marker | xargs touch",
        "f() { touch marker; }; f",
        "timeout 5 touch marker",
        "echo \"$(echo a)\" | tee marker",
        "mkdir y && touch y/z && rm -r y && touch marker",
      })
  void letsHonestCommandsDoTheirWork(String command) throws Exception {
    assertThat(RULE.check(command)).isNull();
    Path work = Files.createDirectories(folder.resolve("work"));
    RealShell.run("/bin/sh", work, command, Map.of());
    assertThat(work.resolve("marker")).exists();
  }
}
