/**
 * What text may not say to a model: the phrases of prompt injection, for arguments and results
 * alike.
 *
 * <p>The way through: {@link io.agenttool.guard.screen.Screen} looks for the keywords of the table
 * {@code injection.rules} in the text as it is; only where one of them stands, or a character that
 * could hide one, the text is brought into {@link io.agenttool.guard.screen.PlainText}, which
 * remembers where each character came from, and the rules' patterns decide.
 *
 * <p>Not promised: look-alike letters of other alphabets, other languages, paraphrase and encodings
 * such as Base64 are not recognised. A screen lowers the odds of an injection; the other lines of
 * defence bound what one can do.
 */
@NullMarked
package io.agenttool.guard.screen;

import org.jspecify.annotations.NullMarked;
