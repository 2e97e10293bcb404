package io.agenttool.sample.story;

import static io.agenttool.sample.story.Step.attack;

import io.agenttool.sample.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All of it, in order. */
public final class Story {
  private Story() {}

  /** The steps, in that world. */
  public static List<Step> in(World world) {
    return Stream.of(
            HonestCalls.in(world),
            CommandAttacks.in(world),
            PathAttacks.in(world),
            InjectionAttacks.in(world),
            CodeAttacks.in(world),
            LeakAttacks.in(world),
            List.of(deleteAll(world)))
        .flatMap(List::stream)
        .toList();
  }

  /** The last one: after it there is nothing left to steal. */
  private static Step deleteAll(World world) {
    return attack(
        "delete-all",
        "deletes every customer, unasked",
        "deleteCustomers",
        Map.of("condition", "1 = 1"),
        Probe.that(seen -> world.customers().count() == 0, "all rows gone", "all rows there"));
  }
}
