/**
 * What the model may call. All of it is real: processes, files, a database, HTTP.
 *
 * <p>{@code ShellTool}, {@code PythonTool}, {@code WorkspaceTools#readFile} and {@code
 * CustomerTools#deleteCustomers} say with annotations what they are; the others carry LangChain4j's
 * {@code @Tool} alone, and the policy file speaks for them.
 */
@NullMarked
package io.agenttool.sample.tools;

import org.jspecify.annotations.NullMarked;
