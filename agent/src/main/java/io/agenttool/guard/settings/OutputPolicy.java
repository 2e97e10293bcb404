package io.agenttool.guard.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may leave in a tool's results.
 *
 * @param secrets what happens to secrets
 * @param actions what happens instead to those that a rule of that id finds
 * @param injection what happens to text that reads like instructions to a model
 * @param allowedDomains hosts that URLs may name, each with its subdomains: {@code example.com}
 *     allows {@code api.example.com}; with a port, {@code example.com:8443}, at that port alone;
 *     {@code null} where URLs are not looked at
 */
public record OutputPolicy(
    SecretAction secrets,
    Map<String, SecretAction> actions,
    InjectionAction injection,
    @Nullable List<String> allowedDomains) {

  /** Copies {@code actions}. */
  public OutputPolicy {
    actions = Map.copyOf(actions);
  }

  /** The same for all secrets; of text that reads like instructions, the standard. */
  public OutputPolicy(SecretAction secrets, @Nullable List<String> allowedDomains) {
    this(secrets, Map.of(), InjectionAction.REPLACE, allowedDomains);
  }
}
