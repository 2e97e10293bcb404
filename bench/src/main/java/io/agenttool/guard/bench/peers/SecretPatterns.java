package io.agenttool.guard.bench.peers;

import java.util.List;

/**
 * The ideas of Guard's secret rules as plain regular expressions, in the syntax that RE2 and {@code
 * java.util.regex} share: what one would write without Guard.
 */
final class SecretPatterns {
  static final List<String> ALL =
      List.of(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*-----END [A-Z ]*PRIVATE KEY-----",
          "sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{20,}",
          "sk-ant-[a-z0-9]{4,10}-[A-Za-z0-9_-]{40,}",
          "sk-[A-Za-z0-9]{20,}",
          "(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
          "(?i:secret[_-]?access[_-]?key|aws[_-]?secret)[\"']?\\s*[:=]\\s*[\"']?[A-Za-z0-9/+]{40}",
          "ey[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*){0,3}",
          "(?i:password|passwd|passphrase|pwd)[\"']?\\s*[:=]\\s*[\"']?[^\\s\"',;&]{4,}",
          "(?i:(?:api|access|account|auth|private|secret|signing|master)[_-]?key)[\"']?\\s*[:=]"
              + "\\s*[\"']?[A-Za-z0-9_/+.=-]{10,}",
          "(?i:secret|credential|token|authorization)[\"']?\\s*[:=]\\s*[\"']?"
              + "[A-Za-z0-9_/+.=-]{16,}");

  private SecretPatterns() {}
}
