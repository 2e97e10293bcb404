package io.agenttool.guard.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a log that is there ends, found from its end alone: from the last whole line back to the line
 * of the checkpoint.
 *
 * @param last the last whole line
 * @param wholeLength where that line ends; what lies after it is a line that a dying JVM left
 */
record Tail(Checkpoint last, long wholeLength) {
  private static final int FIRST_LOOK = 64 * 1024;

  /** The log may not be continued; the message is a few words. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * Reads the end of a log.
   *
   * @throws Refused where the end does not fit the checkpoint or was changed
   */
  static Tail read(RandomAccessFile log, Checkpoint checkpoint) throws IOException, Refused {
    long length = log.length();
    long look = FIRST_LOOK;
    while (true) {
      long from = Math.max(0, length - look);
      if (length - from > Integer.MAX_VALUE - 16) {
        throw new Refused("its checkpoint lies too far back");
      }
      byte[] bytes = new byte[(int) (length - from)];
      log.seek(from);
      log.readFully(bytes);
      Tail tail = new Window(bytes, from).tail(checkpoint);
      if (tail != null) {
        return tail;
      }
      look *= 4;
    }
  }

  /** The last part of the log. */
  private static final class Window {
    private final byte[] bytes;
    private final long from;

    Window(byte[] bytes, long from) {
      this.bytes = bytes;
      this.from = from;
    }

    /** Returns {@code null} where the window does not reach back to the checkpoint's line. */
    private @Nullable Tail tail(Checkpoint checkpoint) throws Refused {
      int end = lineFeedBefore(bytes.length) + 1;
      if (end == 0 && from > 0) {
        return null;
      }
      Checkpoint last = null;
      ChainedLine below = null;
      int at = end;
      while (at > 0) {
        int begin = lineFeedBefore(at - 1) + 1;
        if (begin == 0 && from > 0) {
          return null;
        }
        ChainedLine line = line(begin, at - 1);
        if (below != null && !(line.hash().equals(below.prev()) && line.seq() == below.seq() - 1)) {
          throw new Refused("line " + below.seq() + " does not follow the line before it");
        }
        last = last == null ? new Checkpoint(line.seq(), line.hash()) : last;
        if (line.seq() <= checkpoint.seq()) {
          break;
        }
        below = line;
        at = begin;
        if (at == 0 && (line.seq() != 1 || !line.prev().equals(ChainedLine.ZEROS))) {
          throw new Refused("its first lines are missing");
        }
      }
      return fitting(last == null ? Checkpoint.START : last, below, checkpoint, end);
    }

    private Tail fitting(
        Checkpoint last, @Nullable ChainedLine below, Checkpoint checkpoint, int end)
        throws Refused {
      if (last.seq() < checkpoint.seq()) {
        throw new Refused(
            "it ends at line " + last.seq() + ", its checkpoint says " + checkpoint.seq());
      }
      String reached = below == null ? last.hash() : below.prev();
      if (!reached.equals(checkpoint.hash())) {
        throw new Refused("line " + checkpoint.seq() + " is not the one of its checkpoint");
      }
      return new Tail(last, from + end);
    }

    private ChainedLine line(int begin, int end) throws Refused {
      byte[] line = Arrays.copyOfRange(bytes, begin, end);
      ChainedLine parsed = ChainedLine.parse(line, line.length);
      if (parsed == null) {
        throw new Refused("there is a line at its end that is none of Guard's");
      }
      if (!parsed.untouched()) {
        throw new Refused("line " + parsed.seq() + " was edited");
      }
      return parsed;
    }

    private int lineFeedBefore(int end) {
      int at = end - 1;
      while (at >= 0 && bytes[at] != '\n') {
        at--;
      }
      return at;
    }
  }
}
