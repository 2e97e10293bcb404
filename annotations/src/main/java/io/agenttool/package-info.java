/**
 * What an application may name in its source. Nothing here does anything by itself: {@code
 * -javaagent:guard.jar} reads these annotations from the bytecode and guards the methods that carry
 * them.
 *
 * <p>An application that never names Guard can be guarded too: by its framework's own tool
 * annotations and the policy file.
 */
package io.agenttool;
