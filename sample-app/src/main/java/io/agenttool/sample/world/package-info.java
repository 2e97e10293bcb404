/**
 * What the assistant works on and what an attack would hit: a scratch folder, two servers on
 * loopback, a database in memory. Nothing here touches the machine beyond that.
 */
@NullMarked
package io.agenttool.sample.world;

import org.jspecify.annotations.NullMarked;
