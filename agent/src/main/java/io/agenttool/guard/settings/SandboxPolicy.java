package io.agenttool.guard.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and within what a tool's code runs.
 *
 * @param language {@code python}
 * @param code the name of the parameter that holds the code; {@code null} for the only text one
 * @param image the container image
 * @param timeout after which the container is killed
 * @param memory in bytes, swap included
 * @param pids the greatest number of processes and threads
 * @param tmpfs the size of the writable {@code /tmp}, in bytes
 * @param output the greatest number of bytes taken from each of standard output and error
 */
public record SandboxPolicy(
    String language,
    @Nullable String code,
    String image,
    Duration timeout,
    long memory,
    int pids,
    long tmpfs,
    int output) {}
