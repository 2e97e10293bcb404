package io.agenttool.guard.output;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What a text must be, beyond its pattern, to be a secret: a code's check, for fewer false alarms.
 */
enum Check {
  /**
   * Its characters are as mixed as random ones: at least 2.5 bits a character. Of random keys of
   * sixteen capitals and digits, one in two thousand has less than 2.8.
   */
  ENTROPY {
    @Override
    boolean passes(Candidate candidate) {
      return Entropy.bits(candidate.text, from(candidate), candidate.end) >= 2.5;
    }
  },

  /** It has a digit, or its capitals are strewn about as no name's are. */
  DIGITS {
    @Override
    boolean passes(Candidate candidate) {
      return Entropy.looksMade(candidate.text, from(candidate), candidate.end);
    }
  },

  /**
   * Where something is joined to it, its last six characters are the CRC-32 of the rest in base 62,
   * as GitHub's and npm's tokens have it. One that stands alone needs no such proof.
   */
  CRC {
    @Override
    boolean passes(Candidate candidate) {
      if (!candidate.joined) {
        return true;
      }
      int end = candidate.end;
      String body = candidate.text.substring(candidate.keywordEnd, end - CRC_LENGTH);
      return candidate.text.startsWith(checksum(body), end - CRC_LENGTH);
    }
  },

  /** It begins with a JOSE header (RFC 7515 section 4): a JSON object with an algorithm. */
  JWT {
    @Override
    boolean passes(Candidate candidate) {
      int dot = candidate.text.indexOf('.', candidate.keyword);
      try {
        String segment = candidate.text.substring(candidate.keyword, dot);
        byte[] header = Base64.getUrlDecoder().decode(segment);
        String json = new String(header, StandardCharsets.UTF_8);
        return json.startsWith("{")
            && json.stripTrailing().endsWith("}")
            && (json.contains("\"alg\"") || json.contains("\"enc\""));
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  },

  /** Its digits add up as ISO/IEC 7812 says: a payment card. */
  LUHN {
    @Override
    boolean passes(Candidate candidate) {
      return Checksums.luhn(candidate.text, candidate.start, candidate.end);
    }
  },

  /** Its remainder by 97 is one, as ISO 13616 says: an IBAN. */
  MOD97 {
    @Override
    boolean passes(Candidate candidate) {
      return Checksums.mod97(candidate.text, candidate.start, candidate.end);
    }
  };

  static final int CRC_LENGTH = 6;
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  abstract boolean passes(Candidate candidate);

  /** The check of that name in a rule pack. */
  static Check named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The last six characters of a token whose other random ones are {@code body}. */
  static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder text = new StringBuilder();
    for (long value = crc.getValue(); text.length() < CRC_LENGTH; value /= 62) {
      text.append(BASE62.charAt((int) (value % 62)));
    }
    return text.reverse().toString();
  }

  private static int from(Candidate candidate) {
    return Math.max(candidate.start, Math.min(candidate.keywordEnd, candidate.end));
  }
}
