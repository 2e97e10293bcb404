/**
 * The calls that the scripted model makes, in order, each with the place in the world where its
 * effect shows.
 */
@NullMarked
package io.agenttool.sample.story;

import org.jspecify.annotations.NullMarked;
