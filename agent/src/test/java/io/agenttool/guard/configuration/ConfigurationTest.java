package io.agenttool.guard.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.settings.SettingsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  @TempDir Path folder;

  @Test
  void readsProperties() throws IOException {
    String file =
        write(
            "application.properties",
            """
            # a comment
            spring.datasource.password = two words\\
               and a third
            app.greeting=Gr\\u00fc\\u00dfe
            """);

    assertThat(read(file))
        .containsExactlyInAnyOrder(
            "spring.datasource.password=two wordsand a third", "app.greeting=Grüße");
  }

  @Test
  void readsPropertiesOfBothEncodings() throws IOException {
    Path file = folder.resolve("old.properties");
    Files.write(file, "a=Grüße".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(read(file.toString())).containsExactly("a=Grüße");
    assertThat(read(write("new.properties", "a=Grüße"))).containsExactly("a=Grüße");
  }

  @Test
  void readsYamlOfSeveralDocumentsWithListsAnchorsAndTags() throws IOException {
    String file =
        write(
            "application.yml",
            """
            spring:
              datasource: {url: "jdbc:h2:mem:", password: &shared 'one: two'}
            users:
              - name: ann
                password: "three\\tfour"
              - [five, six]
            ? {a: b}
            : seven
            last: !!java.net.URL eight
            ---
            api:
              token: *shared
              key: |
                nine
                ten
              none: ~
            """);

    assertThat(read(file))
        .containsExactly(
            "spring.datasource.url=jdbc:h2:mem:",
            "spring.datasource.password=one: two",
            "users.name=ann",
            "users.password=three\tfour",
            "users=five",
            "users=six",
            "a=b",
            "=seven",
            "last=eight",
            "api.token=one: two",
            "api.key=nine\nten\n",
            "api.none=~");
  }

  @Test
  void readsJson() throws IOException {
    String file =
        write(
            "config.json",
            """
            {"db": {"password": "a\\"b", "port": 5432}, "keys": ["one", {"id": "two"}], "on": true}
            """);

    assertThat(read(file))
        .containsExactly("db.password=a\"b", "db.port=5432", "keys=one", "keys.id=two", "on=true");
  }

  @Test
  void readsEnvironmentFiles() throws IOException {
    String file =
        write(
            ".env",
            """
            # a comment
            DB_PASSWORD=one#two # three
            export API_KEY="four # five" # six
              NAME = 'it is'
            no value
            =none
            EMPTY=
            """);

    assertThat(read(file))
        .containsExactly("DB_PASSWORD=one#two", "API_KEY=four # five", "NAME=it is", "EMPTY=");
  }

  @Test
  void readsFilesInJars() throws IOException {
    Path jar = folder.resolve("app.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("BOOT-INF/classes/application.yml"));
      zip.write("db: {password: one}".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(jar + "!/BOOT-INF/classes/application.yml")).containsExactly("db.password=one");
    assertThatThrownBy(() -> read(jar + "!/application.yml"))
        .hasMessageContaining("application.yml' is not there: the jar has no file of that name");
    assertThatThrownBy(() -> read(jar + "!/application.xml"))
        .hasMessageContaining("is of no known kind");
  }

  @Test
  void readsMountedSecrets() throws IOException {
    // as the kubelet lays a secret out
    Path version = Files.createDirectory(folder.resolve("..2026_01_01"));
    Files.writeString(version.resolve("db_password"), "one two\n");
    Files.write(version.resolve("keystore"), new byte[] {(byte) 0xFE, (byte) 0xED});
    Files.writeString(version.resolve("app.properties"), "a=b");
    Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
    for (String name : List.of("db_password", "keystore", "app.properties")) {
      Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
    }

    assertThat(read(folder.toString())).containsExactly("a=b", "db_password=one two");
    assertThat(read(folder + "/")).containsExactly("a=b", "db_password=one two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.yml        | 'a: [1'        | cannot be read: not YAML, in line 1
          a.yaml       | 'a: b%n c: d'  | cannot be read: not YAML, in line 2
          a.json       | '{"a": %n b}'  | cannot be read: not JSON, in line 2
          a.json       | '{"a": '       | cannot be read: not JSON
          a.properties | 'a=\\u12'      | cannot be read: not properties
          a.xml        | '<a/>'         | is of no known kind; it takes files called *.properties, *.yaml
          """)
  void namesWhatCannotBeRead(String name, String text, String message) throws IOException {
    String file = write(name, text.replace("%n", "\n"));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("guard.output.configuration: '" + file + "' " + message);
  }

  @Test
  void namesWhatIsNotThereIsTooLargeOrNoText() throws IOException {
    assertThatThrownBy(() -> read("nowhere.yml"))
        .hasMessageContaining("'nowhere.yml' is not there");
    String large = write("large.yml", "#".repeat(Configuration.LARGEST + 1));
    assertThatThrownBy(() -> read(large)).hasMessageContaining("is larger than 1 MiB");
    Path binary = folder.resolve("b.yml");
    Files.write(binary, new byte[] {'a', ':', ' ', (byte) 0xFF});
    assertThatThrownBy(() -> read(binary.toString())).hasMessageContaining("it is not UTF-8");
    String deep = write("deep.json", "[".repeat(200) + "]".repeat(200));
    assertThatThrownBy(() -> read(deep)).hasMessageContaining("nested deeper than 100 levels");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static List<String> read(String name) {
    List<String> values = new ArrayList<>();
    Configuration.read(
        "guard.output.configuration", List.of(name), (key, value) -> values.add(key + "=" + value));
    return values;
  }
}
