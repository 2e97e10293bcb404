package io.agenttool.guard.confirm;

import com.fasterxml.jackson.core.JsonGenerator;
import io.agenttool.guard.evidence.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person said to a pending approval.
 *
 * @param id of the pending approval
 * @param digest of the pending approval
 * @param approved whether the call may go on
 * @param at when it was said
 * @param reason why, in the person's words; empty for none
 */
record Decision(String id, String digest, boolean approved, Instant at, String reason) {
  private static final String KIND = "decision";

  /** The file's content, not sealed yet. */
  byte[] write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator out = Json.generator(bytes)) {
      out.writeStartObject();
      out.writeStringField("kind", KIND);
      out.writeStringField("id", id);
      out.writeStringField("digest", digest);
      out.writeBooleanField("approved", approved);
      out.writeStringField("at", at.toString());
      out.writeStringField("reason", reason);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads the content of a genuine file.
   *
   * @throws IOException where it is something else
   */
  static Decision read(byte[] file) throws IOException {
    Map<String, @Nullable String> members = Json.members(file, file.length);
    if (!KIND.equals(members.get("kind"))) {
      throw new IOException("not a decision");
    }
    try {
      return new Decision(
          member(members, "id"),
          member(members, "digest"),
          member(members, "approved").equals("true"),
          Instant.parse(member(members, "at")),
          member(members, "reason"));
    } catch (DateTimeException e) {
      throw new IOException("not a decision", e);
    }
  }

  static String member(Map<String, @Nullable String> members, String name) throws IOException {
    String value = members.get(name);
    if (value == null) {
      throw new IOException("'" + name + "' is missing");
    }
    return value;
  }
}
