package io.agenttool.guard.it.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Methods that nobody annotated; each call that runs leaves a marker file. */
public class Legacy {

  interface Runner {
    String run(String command) throws IOException;
  }

  static class Shell implements Runner {
    @Override
    public String run(String command) throws IOException {
      return mark("shell-" + command);
    }
  }

  abstract static class Base<T> {
    abstract String take(T value) throws IOException;
  }

  static class Generic extends Base<String> {
    @Override
    String take(String value) throws IOException {
      return mark("generic-" + value);
    }
  }

  static class Plain {
    Plain() {}

    String go(String where) throws IOException {
      return mark("go-" + where);
    }

    String go(int where) throws IOException {
      return mark("number-" + where);
    }
  }

  private static String mark(String name) throws IOException {
    Files.writeString(Path.of(name), "ran");
    return name;
  }

  private interface Call {
    String call() throws IOException;
  }

  private static void print(Call call) throws IOException {
    try {
      System.out.println(call.call());
    } catch (SecurityException e) {
      System.out.println(e.getMessage());
    }
  }

  /** Calls each with {@code good} and with {@code bad}. */
  public static void main(String[] arguments) throws IOException {
    for (String word : new String[] {"good", "bad"}) {
      print(() -> new Shell().run(word));
      print(() -> new Generic().take(word));
      print(() -> new Plain().go(word));
    }
    print(() -> new Plain().go(1));
    System.out.println("end of main");
  }
}
