package io.agenttool.guard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Legacy#run, com/acme/Legacy, true",
    "com.acme.Legacy#run, com/acme/Legacy2, false",
    "com.acme.Legacy#run, com/acme/Legac, false",
    "com.acme.*#run, com/acme/Legacy, true",
    "com.acme.*#run, com/acme/Legacy$Inner, true",
    "com.acme.*#run, com/acme/old/Legacy, false",
    "com.acme.**#run, com/acme/old/Legacy, true",
    "com.acme.**#run, com/acmeother/Legacy, false",
    "com.*.legacy.*Tool#run, com/acme/legacy/ShellTool, true",
    "com.*.legacy.*Tool#run, com/acme/eu/legacy/ShellTool, false",
    "com.*.legacy.*Tool#run, com/acme/legacy/Tools, false",
    "**Tool#run, Tool, true",
    "**Tool#run, com/acme/ShellTool, true",
    "Legacy#run, Legacy, true",
    "com.acme.**.X*Y#run, com/acme/a/b/XaaY, true",
    "com.acme.**.X*Y#run, com/acme/XY, false",
  })
  void aClassIsMatchedByItsName(String pattern, String className, boolean meant) {
    assertThat(MethodPattern.parse(pattern).mayBeIn(className)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "a.B#run, run, '', true",
    "a.B#run, runAll, '', false",
    "a.B#run*, runAll, int, true",
    "a.B#run(), run, '', true",
    "a.B#run(), run, int, false",
    "a.B#run(int), run, int, true",
    "'a.B#run(int, byte[])', run, int;byte[], true",
    "'a.B#run(int,byte[])', run, int;byte[][], false",
    "'a.B#run(java.lang.String)', run, java.lang.String, true",
    "'a.B#run(java.lang.String)', run, java.lang.StringBuilder, false",
    "'a.B#run(java.util.*)', run, java.util.List, true",
    "'a.B#run(java.util.*)', run, java.util.function.Supplier, false",
    "'a.B#run(**, *)', run, java.util.List;int, true",
    "'a.B#run(*)', run, java.util.List, false",
  })
  void aMethodIsMatchedByItsNameAndItsTypes(
      String pattern, String name, String types, boolean meant) {
    List<String> parameters = types.isEmpty() ? List.of() : List.of(types.split(";"));

    assertThat(MethodPattern.parse(pattern).matches(name, parameters)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Legacy",
        "#run",
        "com.acme.Legacy#",
        "com.acme.Legacy#run(",
        "com.acme.Legacy#run(int",
        "com.acme.Legacy#run(int,)",
        "com.acme.Legacy#run(int)x",
        "com.acme.Legacy#<init>",
        "com.acme.Legacy.run",
        "com.acme.Legacy#a#b",
        "com/acme/Legacy#run",
        "com..acme.Legacy#run",
        ".Legacy#run",
        "com.acme.***#run",
        "com.acme.Legacy #run",
        "java.lang.Runtime#exec",
        "*#run",
        "**#*",
        "*.**#run",
      })
  void whatIsNoPatternIsRefused(String text) {
    assertThatThrownBy(() -> OptionType.METHODS.read("guard.yaml:2:5", "match.method ", text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("guard.yaml:2:5: match.method")
        .hasMessageContaining("com.acme.Legacy#run(java.lang.String)");
  }

  @Test
  void manyWildcardsTakeNoTimeToMiss() {
    MethodPattern pattern = MethodPattern.parse("c" + "**a".repeat(200) + "#run");
    String name = "c" + "a".repeat(5000);

    assertThat(pattern.mayBeIn(name)).isTrue();
    assertThat(pattern.mayBeIn(name + "b")).isFalse();
  }
}
