package io.agenttool.guard.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may leave in a tool's results.
 *
 * @param secrets what happens to secrets
 * @param allowedDomains hosts that URLs may name, each with its subdomains: {@code example.com}
 *     allows {@code api.example.com}; {@code null} where URLs are not looked at
 */
public record OutputPolicy(SecretAction secrets, @Nullable List<String> allowedDomains) {}
