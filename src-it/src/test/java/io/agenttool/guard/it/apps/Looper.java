package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import io.agenttool.ToolDeniedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Calls a tool again and again, in turn with an argument that its annotation allows and one that it
 * does not, until a file named {@code stop} is there.
 */
public class Looper {

  interface Speaker {
    @AgentTool
    String say(@ToolArg(oneOf = "good") String word) throws IOException;
  }

  static class Loud implements Speaker {
    @Override
    public String say(String word) throws IOException {
      Files.writeString(Path.of("said-" + word), word);
      return word;
    }
  }

  static class WithNative extends Loud {
    @AgentTool
    static native int counted(String text);

    @Override
    public String say(String word) throws IOException {
      return super.say(word);
    }
  }

  /** Loops; {@code native} for a speaker that has a native tool too. */
  public static void main(String[] arguments) throws Exception {
    Speaker speaker = arguments.length > 0 ? new WithNative() : new Loud();
    while (!Files.exists(Path.of("stop"))) {
      for (String word : new String[] {"good", "bad"}) {
        try {
          speaker.say(word);
        } catch (ToolDeniedException e) {
          Files.writeString(Path.of("denied-" + word), e.getMessage());
        }
      }
      Thread.sleep(20);
    }
    System.out.println("end of main");
  }
}
