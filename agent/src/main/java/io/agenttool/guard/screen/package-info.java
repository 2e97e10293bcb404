/**
 * What text may not say to a model: the phrases of prompt injection, for arguments and results
 * alike.
 *
 * <p>The way through: {@link io.agenttool.guard.screen.Screen} has {@link
 * io.agenttool.guard.screen.WordScan} look for the rarest words of the table {@code
 * injection.rules}, in letters as {@link io.agenttool.guard.screen.Letters} reads them; {@link
 * io.agenttool.guard.screen.Telling} asks what stands beside one. Only around those that tell, the
 * text is brought into {@link io.agenttool.guard.screen.PlainText}, which remembers where each
 * character came from, and the rules' patterns decide. {@link io.agenttool.guard.screen.ManyTexts}
 * does the first half for many short texts at once.
 *
 * <p>Not promised: look-alike letters of other alphabets, other languages, paraphrase and encodings
 * such as Base64 are not recognised. A screen lowers the odds of an injection; the other lines of
 * defence bound what one can do.
 */
@NullMarked
package io.agenttool.guard.screen;

import org.jspecify.annotations.NullMarked;
