package io.agenttool.guard.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Outcome;
import io.agenttool.guard.call.Outcome.Status;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.evidence.Fingerprint;
import io.agenttool.guard.evidence.Json;
import io.agenttool.guard.evidence.Redaction;
import io.agenttool.guard.evidence.Rendering;
import io.agenttool.guard.settings.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line tells, between its time and its place in the chain.
 *
 * <p>{@code kind} is {@code start}, {@code intent}, {@code outcome}, {@code later} or {@code
 * event}. An intent has {@code call}, {@code parent}, {@code tool}, {@code method}, {@code
 * framework}, {@code args} by the parameters' names, {@code decision} ({@code allow}, {@code deny},
 * {@code would-deny}), {@code rule} and {@code reason} of a denial, {@code findings}. An outcome
 * has {@code call}, {@code tool}, {@code status}, {@code micros}, {@code rule} and {@code reason},
 * {@code findings}, {@code result} with its {@link Fingerprint}, or {@code exception} with type and
 * message. A {@code later}, what was found in a stream that was read after the outcome, has {@code
 * call}, {@code tool}, {@code rule}, {@code reason} and {@code findings}. Members with nothing to
 * say are left out.
 */
final class CallRecord {
  private static final int MOST_DIGESTED = 10_000;

  private final Redaction redaction;
  private final Mode mode;

  CallRecord(Redaction redaction, Mode mode) {
    this.redaction = redaction;
    this.mode = mode;
  }

  /** A line under way. */
  static final class Body extends ByteArrayOutputStream {
    Body() {
      super(1024);
    }

    /** A JSON object, in the first {@link #size} bytes. */
    byte[] bytes() {
      return buf;
    }
  }

  /** Writes the members of a line. */
  private interface Members {
    void write(JsonGenerator out) throws IOException;
  }

  /** See {@link io.agenttool.guard.call.Journal#intent}. */
  Body intent(ToolCall call, Verdict.@Nullable Deny denial) {
    return body(
        "intent",
        out -> {
          Tool tool = call.tool();
          ToolCall parent = call.parent();
          out.writeStringField("call", call.id());
          if (parent != null) {
            out.writeStringField("parent", parent.id());
          }
          out.writeStringField("tool", tool.name());
          out.writeStringField("method", tool.toString());
          out.writeStringField("framework", tool.framework());
          arguments(out, tool.parameters(), call.arguments());
          String denied = mode == Mode.ENFORCE ? "deny" : "would-deny";
          out.writeStringField("decision", denial == null ? "allow" : denied);
          denial(out, denial);
          findings(out, call.findings());
        });
  }

  /** See {@link io.agenttool.guard.call.Journal#outcome}. */
  Body outcome(ToolCall call, Outcome outcome) {
    return body(
        "outcome",
        out -> {
          Status status = outcome.status();
          out.writeStringField("call", call.id());
          out.writeStringField("tool", call.tool().name());
          out.writeStringField("status", status.name().toLowerCase(Locale.ROOT));
          out.writeNumberField("micros", outcome.nanos() / 1000);
          denial(out, outcome.denial());
          findings(out, call.findings());
          if (status == Status.THREW && outcome.value() instanceof Throwable thrown) {
            exception(out, thrown);
          } else if (status != Status.DENIED) {
            result(out, outcome.value());
          }
        });
  }

  /** See {@link io.agenttool.guard.call.Journal#later}. */
  Body later(ToolCall call, List<Finding> seen, Verdict.@Nullable Deny denial) {
    return body(
        "later",
        out -> {
          out.writeStringField("call", call.id());
          out.writeStringField("tool", call.tool().name());
          denial(out, denial);
          findings(out, seen);
        });
  }

  /** Something that is not a call. */
  Body event(String kind, @Nullable String name, Map<String, ?> fields) {
    return body(
        kind,
        out -> {
          if (name != null) {
            out.writeStringField("event", name);
          }
          out.writeObjectFieldStart("fields");
          Rendering rendering = new Rendering(out, redaction, Rendering.LOGGED_TEXT);
          for (Map.Entry<String, ?> field : fields.entrySet()) {
            rendering.member(field.getKey(), field.getValue());
          }
          out.writeEndObject();
        });
  }

  private static Body body(String kind, Members members) {
    Body body = new Body();
    try (JsonGenerator out = Json.generator(body)) {
      out.writeStartObject();
      out.writeStringField("kind", kind);
      members.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a record cannot be written down", e);
    }
    return body;
  }

  private void arguments(
      JsonGenerator out, List<Tool.Parameter> parameters, @Nullable Object[] arguments)
      throws IOException {
    Rendering rendering = new Rendering(out, redaction, Rendering.LOGGED_TEXT);
    out.writeObjectFieldStart("args");
    for (int i = 0; i < arguments.length; i++) {
      String name = i < parameters.size() ? parameters.get(i).name() : "arg" + i;
      rendering.member(name, arguments[i]);
    }
    out.writeEndObject();
  }

  private void denial(JsonGenerator out, Verdict.@Nullable Deny denial) throws IOException {
    if (denial != null) {
      out.writeStringField("rule", denial.rule());
      out.writeStringField("reason", redaction.text(denial.reason()));
    }
  }

  private static void findings(JsonGenerator out, List<Finding> findings) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      out.writeStartObject();
      out.writeStringField("rule", finding.rule());
      out.writeStringField("where", finding.where());
      out.writeStringField(
          "action", finding.action().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      out.writeNumberField("count", finding.count());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void result(JsonGenerator out, @Nullable Object value) throws IOException {
    out.writeObjectFieldStart("result");
    Fingerprint fingerprint = Fingerprint.of(value, MOST_DIGESTED);
    if (fingerprint.complete()) {
      out.writeStringField("sha256", fingerprint.sha256());
    }
    out.writeFieldName("value");
    new Rendering(out, redaction, Rendering.LOGGED_TEXT).value(value);
    out.writeEndObject();
  }

  private void exception(JsonGenerator out, Throwable thrown) throws IOException {
    out.writeObjectFieldStart("exception");
    out.writeStringField("type", thrown.getClass().getTypeName());
    String message;
    try {
      message = thrown.getMessage();
    } catch (RuntimeException | StackOverflowError e) {
      message = null;
    }
    if (message != null) {
      out.writeFieldName("message");
      new Rendering(out, redaction, Rendering.LOGGED_TEXT).text(message);
    }
    out.writeEndObject();
  }
}
