package io.agenttool.guard.audit;

import io.agenttool.guard.evidence.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads a log from its first line to its last and says where it is not as it was written. */
public final class AuditVerifier {

  /**
   * What was found.
   *
   * @param lines how many good lines there are, up to the first bad one
   * @param badLine the number of the first bad line, as an editor counts; 0 for none, or where the
   *     trouble is in no line
   * @param problem what is wrong; {@code null} where nothing is
   * @param unfinished the lines of intents that no outcome followed: the JVM ended in between, or
   *     the calls are under way. No sign of tampering
   */
  public record Report(long lines, long badLine, @Nullable String problem, List<Long> unfinished) {

    /** Whether the log is as it was written. */
    public boolean good() {
      return problem == null;
    }
  }

  private static final int LOOKS = 10;
  private static final long BETWEEN_LOOKS = 20_000_000;

  private final Map<String, Long> open = new LinkedHashMap<>();
  private @Nullable Checkpoint checkpoint;
  private String checkpointed = "";
  private long lines;
  private String hash = ChainedLine.ZEROS;

  private AuditVerifier() {}

  /**
   * Verifies a log, which may be in use.
   *
   * @throws IOException where it cannot be read
   */
  public static Report verify(Path log) throws IOException {
    return new AuditVerifier().read(log);
  }

  private Report read(Path log) throws IOException {
    // Before the log: a log in use is ahead of this, never behind.
    try {
      checkpoint = Checkpoint.read(log.resolveSibling(Checkpoint.FILE));
    } catch (IOException e) {
      return report(0, String.valueOf(e.getMessage()));
    }
    try (LineReader reader = new LineReader(new RandomAccessFile(log.toFile(), "r"))) {
      while (nextWhole(reader)) {
        String problem = problem(reader);
        if (problem != null) {
          return report(lines + 1, problem);
        }
      }
    }
    return atTheEnd();
  }

  /** The last line of a log in use may be seen half written, or about to be taken back. */
  private static boolean nextWhole(LineReader reader) throws IOException {
    boolean there = reader.next();
    for (int i = 0; there && !reader.ended() && i < LOOKS; i++) {
      LockSupport.parkNanos(BETWEEN_LOOKS);
      there = reader.again();
    }
    return there;
  }

  private @Nullable String problem(LineReader reader) throws IOException {
    if (!reader.ended()) {
      return "it has no line feed: it was cut short";
    }
    ChainedLine line = ChainedLine.parse(reader.bytes(), reader.length());
    if (line == null) {
      return "it is not a line of an audit log";
    }
    if (!line.untouched()) {
      return "it was edited: its bytes do not have the hash that it gives";
    }
    long due = lines + 1;
    if (line.seq() != due) {
      return outOfOrder(line, due, reader);
    }
    if (!line.prev().equals(hash)) {
      return lines == 0
          ? "it is not the first line of a log: it follows another line"
          : "it does not follow line " + lines + ": one of the two was replaced";
    }
    String broken = remember(reader);
    if (broken != null) {
      return broken;
    }
    lines = due;
    hash = line.hash();
    if (checkpoint != null && checkpoint.seq() == lines) {
      checkpointed = hash;
    }
    return null;
  }

  private static String outOfOrder(ChainedLine line, long due, LineReader reader)
      throws IOException {
    String is = "it is line " + line.seq() + " of the log as it was written: ";
    if (line.seq() < due) {
      return is + "it was put in here";
    }
    ChainedLine next = reader.next() ? ChainedLine.parse(reader.bytes(), reader.length()) : null;
    if (next != null && next.seq() == due) {
      return is + "it was swapped with the line after it";
    }
    return is
        + (line.seq() - due == 1
            ? "line " + due + " is missing"
            : "lines " + due + " to " + (line.seq() - 1) + " are missing");
  }

  private @Nullable String remember(LineReader reader) {
    try {
      Map<String, @Nullable String> members = Json.members(reader.bytes(), reader.length());
      String call = String.valueOf(members.get("call"));
      String kind = String.valueOf(members.get("kind"));
      if (kind.equals("intent")) {
        open.put(call, lines + 1);
      } else if (kind.equals("outcome")) {
        open.remove(call);
      }
      return null;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Report atTheEnd() {
    if (checkpoint == null) {
      return report(
          0, "there is no " + Checkpoint.FILE + " beside it: lines may be missing at its end");
    }
    if (checkpoint.seq() > lines) {
      return report(
          lines + 1,
          "it is missing: the log ends at line "
              + lines
              + ", its checkpoint says "
              + checkpoint.seq());
    }
    if (checkpoint.seq() > 0 && !checkpoint.hash().equals(checkpointed)) {
      return report(checkpoint.seq(), "it is not the line of the checkpoint");
    }
    return report(0, null);
  }

  private Report report(long badLine, @Nullable String problem) {
    Collection<Long> unfinished = open.values();
    return new Report(lines, badLine, problem, List.copyOf(unfinished));
  }
}
