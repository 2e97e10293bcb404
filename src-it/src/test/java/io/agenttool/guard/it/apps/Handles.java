package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tools that can be governed in part or not at all, beside one that can. */
public class Handles {

  /** A tool of the application's own kind; on anything. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mine {}

  interface Shape {
    @AgentTool
    String shaped();
  }

  static class Round implements Shape {
    @Override
    public String shaped() {
      return "round";
    }
  }

  interface Opener<T> {
    @AgentTool(name = "open")
    String open(T path, int times) throws Exception;

    default String twice(T path) throws Exception {
      return open(path, 2);
    }
  }

  private static String opened(String path, int times) throws Exception {
    Files.writeString(Path.of("lambda-" + path), "here");
    return path + times;
  }

  @Mine
  Handles() {}

  @AgentTool
  ReadableByteChannel channel() throws Exception {
    Files.writeString(Path.of("opened"), "here");
    return Channels.newChannel(new ByteArrayInputStream(new byte[] {1}));
  }

  @AgentTool
  List<ReadableByteChannel> channels() throws Exception {
    return List.of(channel());
  }

  @AgentTool
  InputStream stream() {
    return new ByteArrayInputStream("a stream".getBytes(StandardCharsets.UTF_8));
  }

  @AgentTool
  static native int counted(String text);

  @AgentTool
  String plain() {
    return "plain works";
  }

  private interface Call {
    Object call() throws Exception;
  }

  private static void print(String name, Call call) throws Exception {
    try {
      Object result = call.call();
      String text =
          result instanceof InputStream in
              ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
              : result instanceof String string ? string : "given";
      System.out.println(name + ": " + text);
    } catch (SecurityException e) {
      System.out.println(name + ": " + e.getMessage());
    } catch (UnsatisfiedLinkError e) {
      System.out.println(name + ": called");
    }
  }

  /** Calls each. */
  public static void main(String[] arguments) throws Exception {
    Handles handles = new Handles();
    print("channel", handles::channel);
    print("channels", handles::channels);
    print("stream", handles::stream);
    print("counted", () -> counted("x"));
    print("plain", handles::plain);
    print("shaped", new Round()::shaped);
    String captured = "captured";
    Opener<String> lambda = (path, times) -> opened(path + captured, times);
    Opener<String> reference = Handles::opened;
    print("lambda", () -> lambda.open("a", 1));
    print("twice", () -> lambda.twice("b"));
    print("reference", () -> reference.open("c", 1));
  }
}
