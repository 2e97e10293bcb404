package io.agenttool.guard.bench;

import io.agenttool.guard.bench.process.Launch;
import io.agenttool.guard.bench.process.Launches.Medians;
import io.agenttool.guard.bench.process.Scanning;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All the figures of a run; what was not measured is not in the maps.
 *
 * @param fingerprint of the arguments of a call, for an approval
 * @param filtered texts looked through without a call
 * @param scanning of a class for tools; {@code null} where it was not measured
 * @param noEngine why there is nothing about containers; {@code null} where there is
 */
record Measured(
    Map<Guarded, Figure> bare,
    Map<Guarded, Figure> guarded,
    Map<Peer, Figure> peers,
    @Nullable Figure fingerprint,
    Filtered filtered,
    Map<Launch, Medians> launches,
    Scanning.@Nullable Result scanning,
    @Nullable String noEngine) {

  /** What Guard adds to a call; {@code null} if not measured. */
  @Nullable Figure added(Guarded row) {
    Figure without = bare.get(row);
    Figure with = guarded.get(row);
    return without == null || with == null ? null : with.minus(without);
  }

  /** What the row's own line of defence adds: without what every call costs. */
  @Nullable Figure own(Guarded row) {
    Figure added = added(row);
    Figure every = added(Guarded.AUDIT);
    return added == null || every == null || row == Guarded.AUDIT ? null : added.minus(every);
  }
}
