package io.agenttool.guard.confirm;

import com.fasterxml.jackson.core.JsonGenerator;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.evidence.Json;
import io.agenttool.guard.evidence.Redaction;
import io.agenttool.guard.evidence.Rendering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits for a person.
 *
 * @param id 16 hexadecimal digits, random, of this call alone
 * @param call its id in the audit log
 * @param tool the tool's name
 * @param method the method: {@code a.b.C#run(java.lang.String)}
 * @param args its arguments by name, as JSON, redacted and cut: what the person sees
 * @param digest binds the tool and the arguments in full; tells nothing about them
 * @param created when it began to wait
 * @param pid the JVM
 * @param started when that JVM started; a pid alone is soon another's
 */
public record PendingApproval(
    String id,
    String call,
    String tool,
    String method,
    String args,
    String digest,
    Instant created,
    long pid,
    String started) {
  private static final String KIND = "pending";

  /** Whether the JVM that waits is still there. */
  public boolean isAlive() {
    return ProcessHandle.of(pid).map(process -> started(process).equals(started)).orElse(false);
  }

  static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /**
   * The file's content, not sealed yet.
   *
   * @return {@code null} where the arguments are more than a person can be shown
   */
  static byte @Nullable [] write(
      String id, ToolCall call, String digest, Instant created, Redaction redaction)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = Json.generator(bytes)) {
      ProcessHandle self = ProcessHandle.current();
      out.writeStartObject();
      out.writeStringField("kind", KIND);
      out.writeStringField("id", id);
      out.writeStringField("call", call.id());
      out.writeStringField("tool", call.tool().name());
      out.writeStringField("method", call.tool().toString());
      if (!arguments(out, call, redaction)) {
        return null;
      }
      out.writeStringField("digest", digest);
      out.writeStringField("created", created.toString());
      out.writeNumberField("pid", self.pid());
      out.writeStringField("started", started(self));
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static boolean arguments(JsonGenerator out, ToolCall call, Redaction redaction)
      throws IOException {
    List<Tool.Parameter> parameters = call.tool().parameters();
    @Nullable Object[] arguments = call.arguments();
    Rendering rendering = new Rendering(out, redaction, Rendering.MOST_TEXT);
    out.writeObjectFieldStart("args");
    for (int i = 0; i < arguments.length; i++) {
      if (i >= parameters.size() || !parameters.get(i).context()) {
        String name = i < parameters.size() ? parameters.get(i).name() : "arg" + i;
        rendering.member(name, arguments[i]);
      }
    }
    out.writeEndObject();
    return rendering.isWhole();
  }

  /**
   * Reads the content of a genuine file.
   *
   * @throws IOException where it is something else
   */
  static PendingApproval read(byte[] file) throws IOException {
    Map<String, @Nullable String> members = Json.members(file, file.length);
    if (!KIND.equals(members.get("kind"))) {
      throw new IOException("not a pending approval");
    }
    try {
      return new PendingApproval(
          Decision.member(members, "id"),
          Decision.member(members, "call"),
          Decision.member(members, "tool"),
          Decision.member(members, "method"),
          Decision.member(members, "args"),
          Decision.member(members, "digest"),
          Instant.parse(Decision.member(members, "created")),
          Long.parseLong(Decision.member(members, "pid")),
          Decision.member(members, "started"));
    } catch (NumberFormatException | DateTimeException e) {
      throw new IOException("not a pending approval", e);
    }
  }
}
