package io.agenttool.sample.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call that the model makes.
 *
 * @param id its name in the transcript
 * @param kind whose idea it is
 * @param title what it sets out to do
 * @param user what the user says to bring it about
 * @param tool the tool called
 * @param arguments its arguments by name
 * @param needs programs of the machine without which its effect cannot show
 * @param probe where the effect shows
 */
public record Step(
    String id,
    Kind kind,
    String title,
    String user,
    String tool,
    Map<String, Object> arguments,
    List<String> needs,
    Probe probe) {

  /** Whose idea a call is. */
  public enum Kind {
    /** The user's. */
    HONEST,
    /** That of whoever wrote the document. */
    ATTACK
  }

  /** A call that the user asks for. */
  static Step honest(
      String id,
      String title,
      String user,
      String tool,
      Map<String, Object> arguments,
      Probe probe) {
    return new Step(id, Kind.HONEST, title, user, tool, arguments, List.of(), probe);
  }

  /** A call that the document asks for. */
  static Step attack(
      String id, String title, String tool, Map<String, Object> arguments, Probe probe) {
    String user = "Go on with the incident guide.";
    return new Step(id, Kind.ATTACK, title, user, tool, arguments, List.of(), probe);
  }

  /** Two arguments, in the order in which they are to be read. */
  static Map<String, Object> arguments(String first, Object its, String second, Object value) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put(first, its);
    arguments.put(second, value);
    return arguments;
  }

  /** This step, for a machine that has that program. */
  Step needing(String program) {
    return new Step(id, kind, title, user, tool, arguments, List.of(program), probe);
  }
}
