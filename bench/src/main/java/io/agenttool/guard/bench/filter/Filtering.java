package io.agenttool.guard.bench.filter;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.Scanner;
import io.agenttool.guard.bench.peers.GuardJarClasses;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ahocorasick.trie.Trie;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One text through one filter. What finds secrets must find as many as are in the text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Filtering {
  private static final MethodHandle REDACT;
  private static final Object REDACTOR;

  static {
    try {
      Class<?> redactor = GuardJarClasses.here().loadClass("io.agenttool.guard.output.Redactor");
      REDACTOR = redactor.getMethod("standard").invoke(null);
      REDACT =
          MethodHandles.publicLookup()
              .findVirtual(redactor, "redact", MethodType.methodType(String.class, String.class))
              .asType(MethodType.methodType(String.class, Object.class, String.class));
    } catch (ReflectiveOperationException | java.io.IOException e) {
      throw new IllegalStateException("no filter in this guard.jar", e);
    }
  }

  /** The text. */
  @Param Sample sample = Sample.PAGE;

  /** How much of it at most, in characters. */
  @Param("2147483647")
  int most = Integer.MAX_VALUE;

  private String text = "";

  @Setup
  public void makeText() {
    String whole = sample.text();
    text = whole.substring(0, Math.min(most, whole.length()));
  }

  /** Guard's whole pack. */
  @Benchmark
  public String guard() throws Throwable {
    return (String) REDACT.invokeExact(REDACTOR, text);
  }

  /** The rules as re2j takes them. */
  @State(Scope.Thread)
  public static class Re2 {
    final List<com.google.re2j.Pattern> patterns =
        Pack.of().stream()
            .filter(Taken::byRe2)
            .map(rule -> com.google.re2j.Pattern.compile(rule.regex()))
            .toList();
    final com.google.re2j.Pattern one =
        com.google.re2j.Pattern.compile(
            patterns.stream()
                .map(com.google.re2j.Pattern::pattern)
                .collect(Collectors.joining("|")));
  }

  @Benchmark
  public int re2InTurn(Re2 re2) {
    int found = 0;
    for (com.google.re2j.Pattern pattern : re2.patterns) {
      com.google.re2j.Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found++;
      }
    }
    return found;
  }

  @Benchmark
  public int re2InOne(Re2 re2) {
    int found = 0;
    com.google.re2j.Matcher matcher = re2.one.matcher(text);
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  /** The rules as {@code java.util.regex} takes them. */
  @State(Scope.Thread)
  public static class Java {
    final List<Pattern> patterns =
        Pack.of().stream()
            .filter(Taken::byJava)
            .map(rule -> Pattern.compile(rule.regex()))
            .toList();
    final Pattern one =
        Pattern.compile(patterns.stream().map(Pattern::pattern).collect(Collectors.joining("|")));
  }

  @Benchmark
  public int javaInTurn(Java java) {
    int found = 0;
    for (Pattern pattern : java.patterns) {
      java.util.regex.Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found++;
      }
    }
    return found;
  }

  @Benchmark
  public int javaInOne(Java java) {
    int found = 0;
    java.util.regex.Matcher matcher = java.one.matcher(text);
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  /** The keywords alone, in any case: what would have to be confirmed. */
  @State(Scope.Thread)
  public static class AhoCorasick {
    final Trie trie =
        Trie.builder()
            .ignoreCase()
            .addKeywords(
                Pack.of().stream()
                    .filter(Taken::byAhoCorasick)
                    .flatMap(rule -> rule.literals().stream())
                    .distinct()
                    .toList())
            .build();
  }

  @Benchmark
  public int ahoCorasick(AhoCorasick keywords) {
    int[] found = new int[1];
    keywords.trie.parseText(
        text,
        emit -> {
          found[0]++;
          return true;
        });
    return found[0];
  }

  /** The rules that Hyperscan takes, in one database. */
  @State(Scope.Thread)
  public static class Hyperscan {
    final Scanner scanner = new Scanner();
    final Database database;

    /** Compiles them. */
    public Hyperscan() {
      List<Expression> expressions = new ArrayList<>();
      for (Pack.PlainRule rule : Pack.of()) {
        if (Taken.byHyperscan(rule)) {
          expressions.add(Taken.expression(rule, expressions.size()));
        }
      }
      try {
        database = Database.compile(expressions);
      } catch (CompileErrorException e) {
        throw new IllegalStateException("Hyperscan does not take the rules together", e);
      }
      scanner.allocScratch(database);
    }
  }

  @Benchmark
  public int hyperscan(Hyperscan hyperscan) {
    return hyperscan.scanner.scan(hyperscan.database, text).size();
  }
}
