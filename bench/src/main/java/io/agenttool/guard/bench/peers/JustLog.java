package io.agenttool.guard.bench.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agenttool.guard.bench.calls.Fork;
import io.agenttool.guard.bench.calls.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The parts that no tamper-evident log can do without, for the two lines of one call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JustLog {
  private static final int LINE = 500;

  private final ByteBuffer line = ByteBuffer.wrap(Texts.prose(LINE).getBytes(US_ASCII));
  private final MessageDigest sha256 = sha256();
  private final Path path = Fork.folder().resolve("just.log");
  private final FileChannel file = open(path);

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FileChannel open(Path path) {
    try {
      return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TearDown
  public void remove() throws IOException {
    file.close();
    Files.delete(path);
  }

  @Benchmark
  public int digestTwoLines() {
    sha256.update(line.array());
    int first = sha256.digest().length;
    sha256.update(line.array());
    return first + sha256.digest().length;
  }

  @Benchmark
  public int writeTwoLines() throws IOException {
    return file.write(line.rewind()) + file.write(line.rewind());
  }
}
