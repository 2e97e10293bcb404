package io.agenttool.guard.it.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code Demo GUARD_JAR SAMPLE_JAR POLICY SCRATCH}; exit status 0 if all is as it should be. */
public final class Demo {
  private final Path guardJar;
  private final Path sampleJar;
  private final Path policy;
  private final Path scratch;

  Demo(Path guardJar, Path sampleJar, Path policy, Path scratch) {
    this.guardJar = guardJar;
    this.sampleJar = sampleJar;
    this.policy = policy;
    this.scratch = scratch;
  }

  /**
   * Runs it.
   *
   * @param args guard.jar, the sample application's jar, its policy file, and a folder to work in,
   *     whose content is deleted
   */
  public static void main(String[] args) {
    List<Path> paths =
        Stream.of(args).map(arg -> Path.of(arg).toAbsolutePath().normalize()).toList();
    try {
      boolean good = new Demo(paths.get(0), paths.get(1), paths.get(2), paths.get(3)).run();
      System.exit(good ? 0 : 1);
    } catch (IOException | InterruptedException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Plays both, prints the table, and says whether all is as it should be. */
  boolean run() throws IOException, InterruptedException {
    empty(scratch);
    GuardCommand guard = new GuardCommand(guardJar, scratch.resolve("guard"), scratch);

    System.out.println(
        "One application, one story. Without Guard:  java -jar guard-sample-app.jar");
    List<Told> bare = sample("without").steps(List.of());
    System.out.println(
        "With Guard:  java -javaagent:guard.jar -Dguard.policy=guard.yaml -jar guard-sample-app.jar");
    List<Told> guarded = guarded(guard);
    List<Row> rows = rows(bare, guarded, guard.dir().resolve("audit.jsonl"));
    Jvm.Ended verified =
        guard.run("audit", "verify", guard.dir().resolve("audit.jsonl").toString());

    System.out.println();
    System.out.println(Table.of(rows, scratch.resolve("without")));
    sayHowToGetContainers(rows);
    System.out.println("audit verify: " + verified.output().strip());
    System.out.println(
        count(honest(rows))
            + " honest calls as they should be, "
            + count(attacks(rows))
            + " attacks stopped.");
    System.out.println("What was said and seen: " + scratch);
    return verified.exitCode() == 0 && rows.stream().allMatch(Row::isAsItShouldBe);
  }

  private SampleRun sample(String name) {
    return new SampleRun(sampleJar, scratch.resolve(name), scratch.resolve(name + ".log"));
  }

  private List<Told> guarded(GuardCommand guard) throws IOException, InterruptedException {
    Thread operator = new Thread(new Operator(guard, "\"id = 7\""), "operator");
    operator.setDaemon(true);
    operator.start();
    try {
      return sample("with")
          .steps(
              List.of(
                  "-javaagent:" + guardJar,
                  "-Dguard.policy=" + policy,
                  "-Dguard.dir=" + guard.dir(),
                  "-Dguard.confirm.timeout=15s"));
    } finally {
      operator.interrupt();
      operator.join();
    }
  }

  private static List<Row> rows(List<Told> bare, List<Told> guarded, Path log) throws IOException {
    if (bare.size() != guarded.size()) {
      throw new IOException(
          "the story has " + bare.size() + " steps without Guard and " + guarded.size() + " with");
    }
    List<AuditTrail.Entry> audit = AuditTrail.read(log, guarded);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < bare.size(); i++) {
      rows.add(new Row(bare.get(i), guarded.get(i), audit.get(i)));
    }
    return rows;
  }

  private static void sayHowToGetContainers(List<Row> rows) {
    rows.stream()
        .filter(Row::lacksContainers)
        .findFirst()
        .ifPresent(
            row -> {
              System.out.println("Python was refused: " + row.audit().reason());
              System.out.println("To see it run in a container: src-it/docker-engine, as root.");
              System.out.println();
            });
  }

  private static List<Row> honest(List<Row> rows) {
    return rows.stream().filter(row -> !row.bare().isAttack()).toList();
  }

  private static List<Row> attacks(List<Row> rows) {
    return rows.stream().filter(row -> row.bare().isAttack()).toList();
  }

  private static String count(List<Row> rows) {
    return rows.stream().filter(Row::isAsItShouldBe).count() + " of " + rows.size();
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(Demo::delete);
      }
    }
    Files.createDirectories(folder);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
