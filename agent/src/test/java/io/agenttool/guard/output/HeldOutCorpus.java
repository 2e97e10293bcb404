package io.agenttool.guard.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * The corpus that was written without having seen the rules: secrets in surroundings, text that
 * looks like secrets, and ordinary text. The same seed gives the same corpus.
 */
final class HeldOutCorpus {
  private static final String FORMS = "heldout/";
  private static final Pattern MARKER = Pattern.compile("\\[REDACTED_[A-Z0-9_]+]");
  private static final int DRAWS = 12;
  private static final int NEIGHBOURS = 100;

  private final String folder;
  private final Drawing drawing;
  private final List<Surrounding> surroundings;

  private HeldOutCorpus(String folder, long seed) {
    this.folder = folder;
    drawing = new Drawing(seed, data(folder + "keys.txt"));
    surroundings = Surrounding.read(lines(folder + "surroundings.txt"));
  }

  /** As it was written, without having seen a rule. */
  static HeldOutCorpus first() {
    return new HeldOutCorpus(FORMS, 20260417);
  }

  /** The same forms with other values, names of keys and surroundings, and other ordinary text. */
  static HeldOutCorpus second() {
    return new HeldOutCorpus("redrawn/", 20261125);
  }

  /**
   * A secret in its surroundings.
   *
   * @param text what a tool returns
   * @param secrets what must not be left of it, as it is written there
   */
  private record Positive(String kind, String text, List<String> secrets) {

    /**
     * Whether four characters in a row of a secret are left, that are not in the text otherwise.
     */
    boolean survives(String redacted) {
      String rest = MARKER.matcher(redacted).replaceAll("\0");
      String others = surroundings();
      return secrets.stream().anyMatch(secret -> leaves(secret, rest, others));
    }

    private String surroundings() {
      String others = text;
      for (String secret : secrets) {
        others = others.replace(secret, "\0");
      }
      return others;
    }

    private static boolean leaves(String secret, String redacted, String others) {
      for (int i = 0; i + 4 <= secret.length(); i++) {
        String piece = secret.substring(i, i + 4);
        if (redacted.contains(piece) && !others.contains(piece)) {
          return true;
        }
      }
      return false;
    }
  }

  Figures measure(Redactor redactor) {
    Figures figures = new Figures();
    for (Positive positive : positives()) {
      String redacted =
          redactor.redact(positive.text(), rule -> figures.foundBy.merge(rule, 1, Integer::sum));
      Figures.Score score = figures.of(positive.kind());
      score.secrets++;
      if (positive.survives(redacted)) {
        figures.missed(positive.kind(), positive.text() + " -> " + redacted);
      } else {
        score.found++;
      }
    }
    neighbours().forEach(text -> figures.similar(text, redactor));
    ordinary().forEach(text -> figures.ordinary(text, redactor));
    return figures;
  }

  /** Every template in a dozen surroundings. */
  private List<Positive> positives() {
    List<Positive> all = new ArrayList<>();
    for (String file : List.of("tokens.txt", "lines.txt", "assigned.txt")) {
      for (String line : data(FORMS + file)) {
        for (int i = 0; i < DRAWS; i++) {
          all.add(positive(line, file.equals("tokens.txt")));
        }
      }
    }
    return all;
  }

  /** Texts without a secret that look as if they had one. */
  private List<String> neighbours() {
    List<String> all = new ArrayList<>();
    for (String line : data(folder + "neighbours.txt")) {
      for (int i = 0; i < NEIGHBOURS; i++) {
        all.add(drawing.fill(line));
      }
    }
    return all;
  }

  /** Ordinary text, file by file, without the lines that say where it is from. */
  private List<String> ordinary() {
    List<String> files = new ArrayList<>();
    for (String file : text(folder + "ordinary.txt.gz").split("\f")) {
      if (!file.isEmpty()) {
        files.add(file.substring(file.indexOf('\n') + 1));
      }
    }
    return files;
  }

  private Positive positive(String line, boolean token) {
    int space = line.indexOf(' ');
    String name = line.substring(0, space);
    boolean ownLines = name.endsWith("^");
    String content = drawing.fill(line.substring(space).strip());
    if (!content.contains("«")) {
      content = "«" + content + "»";
    }
    Surrounding.Takes needed =
        content.contains("\n") || ownLines
            ? Surrounding.Takes.BLOCK
            : token ? Surrounding.Takes.TOKEN : Surrounding.Takes.LINE;
    Surrounding surrounding = anyThatSuits(needed, ownLines, content);
    String filled = drawing.fill(surrounding.text().replace("⟦S⟧", "\0")).replace("\0", "⟦S⟧");
    String marked = surrounding.around(filled, content);
    List<String> secrets =
        Arrays.stream(marked.split("«"))
            .skip(1)
            .map(piece -> piece.substring(0, piece.indexOf('»')))
            .toList();
    String kind = ownLines ? name.substring(0, name.length() - 1) : name;
    return new Positive(kind, marked.replace("«", "").replace("»", ""), secrets);
  }

  private Surrounding anyThatSuits(Surrounding.Takes needed, boolean ownLines, String content) {
    String plain = content.replace("«", "").replace("»", "");
    List<Surrounding> suiting =
        surroundings.stream()
            .filter(surrounding -> surrounding.suits(needed, ownLines, plain))
            .toList();
    return suiting.get(drawing.below(suiting.size()));
  }

  private static List<String> data(String name) {
    return lines(name).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("# "))
        .collect(Collectors.toList());
  }

  private static List<String> lines(String name) {
    return text(name).lines().toList();
  }

  private static String text(String name) {
    try (InputStream file = HeldOutCorpus.class.getResourceAsStream(name);
        InputStream in =
            name.endsWith(".gz") ? new GZIPInputStream(file) : Objects.requireNonNull(file, name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }
}
