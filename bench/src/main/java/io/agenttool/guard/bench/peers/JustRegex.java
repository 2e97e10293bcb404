package io.agenttool.guard.bench.peers;

import io.agenttool.guard.bench.calls.Texts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Secrets replaced by regular expressions: in one alternation, and by RE2 one after another. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JustRegex {
  private static final String MARKER = "[REDACTED]";

  private final Pattern alternation = Pattern.compile(String.join("|", SecretPatterns.ALL));
  private final List<com.google.re2j.Pattern> inTurn =
      SecretPatterns.ALL.stream().map(com.google.re2j.Pattern::compile).toList();
  private String letter = Texts.prose(400);
  private String leak = Texts.withSecret(1000);
  private final List<String> column = Texts.shortOnes(100);

  /** A peer that does not do the work is no peer. */
  @Setup
  public void doesTheWork() {
    for (String text : List.of(java(leak), re2(leak))) {
      if (text.contains(Texts.secret()) || !text.contains(MARKER)) {
        throw new IllegalStateException(text);
      }
    }
  }

  @Benchmark
  public String javaLetter() {
    return java(letter);
  }

  @Benchmark
  public String javaLeak() {
    return java(leak);
  }

  @Benchmark
  public List<String> javaColumn() {
    return column.stream().map(this::java).toList();
  }

  @Benchmark
  public String re2Letter() {
    return re2(letter);
  }

  @Benchmark
  public String re2Leak() {
    return re2(leak);
  }

  private String java(String text) {
    return alternation.matcher(text).replaceAll(MARKER);
  }

  private String re2(String text) {
    String clean = text;
    for (com.google.re2j.Pattern pattern : inTurn) {
      clean = pattern.matcher(clean).replaceAll(MARKER);
    }
    return clean;
  }
}
