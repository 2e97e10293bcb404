package io.agenttool.guard.configuration;

/** A file is not what its name says; the message never quotes what stands in it. */
final class NotReadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotReadable(String message) {
    super(message, null, false, false);
  }
}
