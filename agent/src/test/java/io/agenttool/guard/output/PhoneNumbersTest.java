package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.agenttool.guard.settings.SecretAction;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With the real libphonenumber: the jar that lies on the tests' class path, given as the user's.
 */
class PhoneNumbersTest {
  private static final String JAR =
      PhoneNumberUtil.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  private static final Redactor GERMAN = phones("DE");
  private static final Redactor ANYWHERE = phones("");

  private static Redactor phones(String regions) {
    return Redactor.of(settings(JAR, regions), Map.of(), Map.of());
  }

  private static Settings settings(String jar, String regions) {
    Map<String, String> set = new HashMap<>();
    set.put("output.personal", "true");
    set.put("output.phones.regions", regions);
    if (!jar.isEmpty()) {
      set.put("output.phones.jar", jar);
    }
    return Settings.of(set);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call 030 1234567 today            | call [REDACTED_PHONE] today",
        "0171/1234567 or 0171-7654321      | [REDACTED_PHONE] or [REDACTED_PHONE]",
        "Tel.: (089) 636-48018, Fax -48019 | Tel.: [REDACTED_PHONE], Fax -48019",
        "+49 89 636 48018                  | [REDACTED_PHONE]",
        "+44 20 7946 0958                  | [REDACTED_PHONE]",
      })
  void takesOutWhatIsANumberInTheRegionThatIsNamed(String text, String clean) {
    assertThat(GERMAN.redact(text)).isEqualTo(clean);
    assertThat(GERMAN.redact(clean)).isSameAs(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-14 12:30:00",
        "order 4111111 of 2026-03-14",
        "version 12.3.4567",
        "a1b2c3d4-0301-2345-6789-0123456789ab",
        "1234567890123456789012345678901234567890",
        "total 1,234,567.89 EUR",
      })
  void leavesNumbersThatReachNobody(String text) {
    assertThat(GERMAN.redact(text)).isSameAs(text);
  }

  @Test
  void leavesNationalNumbersOfRegionsThatAreNotNamed() {
    String text = "call 030 1234567 today";

    assertThat(ANYWHERE.redact(text)).isSameAs(text);
    assertThat(phones("US").redact(text)).isSameAs(text);
    assertThat(phones("US,DE").redact(text)).isEqualTo("call [REDACTED_PHONE] today");
  }

  /**
   * One fixed and one mobile number of each region, as that region writes it and as others do; but
   * for the four-digit ones of three small islands, which any year would be.
   */
  @Test
  void findsTheNumbersOfEachRegion() {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    List<String> missed = new ArrayList<>();
    int tried = 0;
    for (String region : util.getSupportedRegions()) {
      Redactor national = phones(region);
      for (PhoneNumberType type : List.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)) {
        PhoneNumber number = util.getExampleNumberForType(region, type);
        if (number == null) {
          continue;
        }
        for (PhoneNumberFormat format :
            List.of(
                PhoneNumberFormat.E164,
                PhoneNumberFormat.INTERNATIONAL,
                PhoneNumberFormat.NATIONAL)) {
          Redactor redactor = format == PhoneNumberFormat.NATIONAL ? national : ANYWHERE;
          String text = "reach me at " + util.format(number, format) + ", thanks";
          tried++;
          if (text.chars().filter(Character::isDigit).count() < 5) {
            assertThat(region).isIn("TA", "TK", "NU");
          } else if (!redactor.redact(text).equals("reach me at [REDACTED_PHONE], thanks")) {
            missed.add(region + " " + type + " " + text + " -> " + redactor.redact(text));
          }
        }
      }
    }

    assertThat(tried).isGreaterThan(1000);
    assertThat(missed).as("of %s", tried).isEmpty();
  }

  @Test
  void findsThemLineByLineInAStreamAsInTheWhole() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append("row ").append(i).append(": 030 ").append(1234567 + i).append(" or nobody\n");
    }
    for (int size : new int[] {1, 7, 64, 1000}) {
      StreamFilter stream = new StreamFilter(new TextFilter(GERMAN, null), null);
      StringBuilder out = new StringBuilder();
      for (int at = 0; at < text.length(); at += size) {
        out.append(stream.accept(text.substring(at, Math.min(text.length(), at + size))));
      }
      out.append(stream.finish());
      assertThat(out.toString()).isEqualTo(GERMAN.redact(text.toString()));
      assertThat(out.toString()).doesNotContain("12345").contains("row 399: [REDACTED_PHONE] or");
    }
  }

  @Test
  void followsTheRulesOwnAction() {
    Settings off = settings(JAR, "DE");
    Redactor redactor = Redactor.of(off, Map.of(), Map.of());
    Treatment treatment = new Treatment(SecretAction.REDACT, Map.of("phone", SecretAction.HASH));

    Redactor hashing = redactor.treating(treatment, action -> action == SecretAction.HASH);

    assertThat(hashing.redact("call 030 1234567")).matches("call \\[REDACTED_PHONE #[0-9a-f]{16}]");
  }

  @Test
  void isLoadedApartFromTheApplications() {
    PhoneNumbers numbers = PhoneNumbers.of(settings(JAR, ""));

    assertThat(numbers).isNotNull();
    assertThat(numbers.library()).isNotSameAs(PhoneNumberUtil.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/no/such.jar | ''  | guard.output.phones.jar: /no/such.jar cannot be read",
        "OTHER        | ''  | is not libphonenumber: it has no class com.google.i18n.phonenumbers",
        "HOLLOW       | ''  | does not work: java.lang.ClassFormatError",
        "JAR          | D   | guard.output.phones.regions: there is no region 'D'; ",
        "''           | DE  | guard.output.phones.regions: regions mean something to libphonenumber",
      })
  void saysWhatIsWrong(String jar, String regions, String message, @TempDir Path folder)
      throws IOException {
    String file =
        switch (jar) {
          case "JAR" -> JAR;
          case "OTHER" -> jar(folder, "some/Other.class");
          case "HOLLOW" -> jar(folder, "com/google/i18n/phonenumbers/PhoneNumberUtil.class");
          default -> jar;
        };
    Settings settings = settings(file, regions);

    assertThatThrownBy(() -> Redactor.of(settings, Map.of(), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void saysThatItDoesNothingWithoutPersonalData() {
    Settings settings = Settings.of(Map.of("output.phones.jar", JAR));

    assertThatThrownBy(() -> PhoneNumbers.check(settings))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("guard.output.personal=true");
  }

  private static String jar(Path folder, String entry) throws IOException {
    Path file = folder.resolve("a.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write(1);
    }
    return file.toString();
  }
}
