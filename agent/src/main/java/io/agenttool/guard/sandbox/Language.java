package io.agenttool.guard.sandbox;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that code can be in: how its interpreter is started and handed the code. */
enum Language {
  /**
   * Python 3, isolated from its environment and the current folder ({@code -I}).
   *
   * <p>The code comes through standard input: no bound on an argument's length, no quoting, and it
   * stands in no process list. Its length goes before it, in ten digits, as the engine never
   * delivers the end of the stream. Then standard input is {@code /dev/null}, so that code that
   * reads gets the end of file instead of waiting.
   */
  PYTHON(
      """
      def _start():
          import os, sys
          def read(count):
              data = bytearray()
              while len(data) < count:
                  piece = os.read(0, count - len(data))
                  if not piece:
                      os._exit(125)
                  data += piece
              return bytes(data)
          code = read(int(read(10)))
          null = os.open('/dev/null', os.O_RDONLY)
          os.dup2(null, 0)
          os.close(null)
          sys.argv[:] = ['<code>']
          sys.stdout.reconfigure(line_buffering=True)
          def hook(kind, error, trace):
              import linecache, traceback
              lines = code.decode('utf-8', 'replace').splitlines(True)
              linecache.cache['<code>'] = (len(code), None, lines, '<code>')
              while trace and trace.tb_frame.f_code.co_filename == '<string>':
                  trace = trace.tb_next
              traceback.print_exception(kind, error, trace)
          sys.excepthook = hook
          del globals()['_start']
          return compile(code, '<code>', 'exec')
      exec(_start())
      """);

  private final String bootstrap;

  Language(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** The language of a name in a policy, {@code null} for none. */
  static @Nullable Language of(String name) {
    for (Language language : values()) {
      if (language.name().toLowerCase(Locale.ROOT).equals(name)) {
        return language;
      }
    }
    return null;
  }

  /** The interpreter's command line, without the code. */
  List<String> command() {
    return List.of("python", "-I", "-X", "utf8", "-c", bootstrap);
  }

  /** What its standard input is to get. */
  InputStream input(byte[] code) {
    byte[] length =
        String.format(Locale.ROOT, "%010d", code.length).getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[length.length + code.length];
    System.arraycopy(length, 0, all, 0, length.length);
    System.arraycopy(code, 0, all, length.length, code.length);
    return new QuietInput(all);
  }

  /**
   * docker-java copies this on a thread of its own, which throws where the container is gone before
   * it has read all: that is not for the application's uncaught exception handler.
   */
  private static final class QuietInput extends ByteArrayInputStream {
    QuietInput(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int from, int count) {
      Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
      return super.read(into, from, count);
    }
  }
}
