package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;

/** What a container writes, up to a bound for each of its two streams. */
final class Output extends Following<Frame> {
  private final CappedText out;
  private final CappedText error;
  private final Runnable whenFull;

  /**
   * @param cap the greatest number of bytes kept of each stream
   * @param whenFull called when there is more
   */
  Output(int cap, Runnable whenFull) {
    this.out = new CappedText(cap);
    this.error = new CappedText(cap);
    this.whenFull = whenFull;
  }

  /** The frame's bytes are docker-java's read buffer: copied before this returns. */
  @Override
  public void onNext(Frame frame) {
    CappedText text = frame.getStreamType() == StreamType.STDERR ? error : out;
    if (!text.append(frame.getPayload())) {
      whenFull.run();
    }
  }

  /** Standard output. */
  CappedText out() {
    return out;
  }

  /** Standard error. */
  CappedText error() {
    return error;
  }
}
