package io.agenttool.guard.output;

import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers as Google's libphonenumber knows them: an international one where its length is
 * possible in its country, one of the regions that the user names where it is valid there. The
 * library is the user's jar in a class loader of its own, called by reflection; it is not in
 * guard.jar (docs/decisions/0006).
 */
public final class PhoneNumbers implements Search {
  /** Fewer digits than this are no number that reaches a person (ITU-T E.164, E.129). */
  private static final int FEWEST = 5;

  private static final String PACKAGE = "com.google.i18n.phonenumbers.";
  private static final String UTIL = PACKAGE + "PhoneNumberUtil";

  /** The region of numbers that begin with {@code +} and a country's code. */
  private static final String ANYWHERE = "ZZ";

  /**
   * Google's own number, which stands in the library's documentation: is it there and does it work?
   */
  private static final String KNOWN = "+1 650-253-0000";

  private final Object util;
  private final Method findNumbers;
  private final Method start;
  private final Method end;
  private final List<Place> places;

  /**
   * Where a number is looked for.
   *
   * @param region two letters
   * @param leniency how sure the library has to be: a constant of its enum
   */
  private record Place(String region, Object leniency) {}

  private PhoneNumbers(ClassLoader library, List<String> regions)
      throws ReflectiveOperationException {
    Class<?> type = library.loadClass(UTIL);
    Class<?> leniency = library.loadClass(UTIL + "$Leniency");
    Class<?> match = library.loadClass(PACKAGE + "PhoneNumberMatch");
    util = type.getMethod("getInstance").invoke(null);
    findNumbers =
        type.getMethod("findNumbers", CharSequence.class, String.class, leniency, long.class);
    start = match.getMethod("start");
    end = match.getMethod("end");
    checkRegions((Collection<?>) type.getMethod("getSupportedRegions").invoke(util), regions);
    List<Place> all = new ArrayList<>();
    all.add(new Place(ANYWHERE, leniency.getField("POSSIBLE").get(null)));
    for (String region : regions) {
      all.add(new Place(region, leniency.getField("VALID").get(null)));
    }
    places = List.copyOf(all);
  }

  /**
   * Refuses settings that cannot be meant, without loading the library. Cheap where they name none.
   *
   * @throws SettingsException for a jar that is none, and for settings that do nothing
   */
  public static void check(Settings settings) {
    String jar = settings.get(Options.PHONES_JAR);
    if (jar.isEmpty()) {
      if (!settings.get(Options.PHONES_REGIONS).isEmpty()) {
        throw wrong(
            Options.PHONES_REGIONS.name(),
            "regions mean something to libphonenumber alone: name its jar in "
                + "guard."
                + Options.PHONES_JAR.name());
      }
      return;
    }
    if (!settings.get(Options.PERSONAL)) {
      throw wrong(
          Options.PHONES_JAR.name(),
          "phone numbers are looked for with guard." + Options.PERSONAL.name() + "=true only");
    }
    File file = new File(jar).getAbsoluteFile();
    try (JarFile library = new JarFile(file)) {
      if (library.getEntry(UTIL.replace('.', '/') + ".class") == null) {
        throw wrong(
            Options.PHONES_JAR.name(), file + " is not libphonenumber: it has no class " + UTIL);
      }
    } catch (IOException e) {
      throw wrong(
          Options.PHONES_JAR.name(),
          file + " cannot be read (" + e.getMessage() + "); name the jar of libphonenumber");
    }
  }

  /**
   * Loads the library.
   *
   * @return {@code null} where the settings name none
   * @throws SettingsException where it cannot be used
   */
  static @Nullable PhoneNumbers of(Settings settings) {
    String jar = settings.get(Options.PHONES_JAR);
    check(settings);
    if (jar.isEmpty()) {
      return null;
    }
    File file = new File(jar).getAbsoluteFile();
    try {
      URL[] library = {file.toURI().toURL()};
      // open as long as the JVM runs: its tables are read when a country is first met
      ClassLoader loader = new URLClassLoader(library, ClassLoader.getPlatformClassLoader());
      PhoneNumbers numbers = new PhoneNumbers(loader, settings.get(Options.PHONES_REGIONS));
      if (!numbers.in(KNOWN).next()) {
        throw new IllegalStateException("it does not find " + KNOWN);
      }
      return numbers;
    } catch (SettingsException e) {
      throw e;
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw wrong(Options.PHONES_JAR.name(), "libphonenumber in " + file + " does not work: " + e);
    }
  }

  private static void checkRegions(Collection<?> known, List<String> regions) {
    for (String region : regions) {
      if (!known.contains(region)) {
        List<String> sorted = new TreeSet<>(known).stream().map(String::valueOf).toList();
        throw wrong(
            Options.PHONES_REGIONS.name(),
            "there is no region "
                + SettingsException.quoted(region)
                + "; "
                + SettingsException.hint(region, sorted));
      }
    }
  }

  private static SettingsException wrong(String option, String what) {
    return new SettingsException("guard." + option, what);
  }

  /** Line by line: no number goes on after the end of one, and most have no digits. */
  @Override
  public Found in(String text) {
    Spans spans = new Spans();
    int line = 0;
    while (line < text.length()) {
      int next = text.indexOf('\n', line);
      int until = next < 0 ? text.length() : next;
      if (hasDigits(text, line, until)) {
        for (Place place : places) {
          find(place, text.substring(line, until), line, spans);
        }
      }
      line = until + 1;
    }
    return spans;
  }

  /** The class of the library that is asked. */
  Class<?> library() {
    return util.getClass();
  }

  private static boolean hasDigits(String text, int from, int to) {
    int digits = 0;
    for (int i = from; i < to && digits < FEWEST; i++) {
      char c = text.charAt(i);
      digits += c < 128 ? (c >= '0' && c <= '9' ? 1 : 0) : Character.isDigit(c) ? 1 : 0;
    }
    return digits == FEWEST;
  }

  private void find(Place place, String line, int offset, Spans spans) {
    try {
      Object found =
          findNumbers.invoke(util, line, place.region(), place.leniency(), Long.MAX_VALUE);
      for (Object match : (Iterable<?>) found) {
        spans.add(offset + (int) start.invoke(match), offset + (int) end.invoke(match));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("libphonenumber failed: " + e.getCause(), e);
    }
  }
}
