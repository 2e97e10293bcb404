package io.agenttool.guard.it.demo;

import java.util.Set;

/**
 * A step without and with Guard.
 *
 * @param bare the step in the application alone
 * @param guarded the same step under Guard
 * @param audit what Guard wrote down of it
 */
record Row(Told bare, Told guarded, AuditTrail.Entry audit) {
  private static final Set<String> NO_CONTAINERS = Set.of("sandbox.engine", "sandbox.image");

  /** Whether it shows what it is to show. */
  boolean isAsItShouldBe() {
    return bare.isAttack()
        ? bareIsAsItShouldBe() && !guarded.happened() && !audit.why().isEmpty()
        : bareIsAsItShouldBe() && (guarded.happened() || lacksContainers());
  }

  private boolean bareIsAsItShouldBe() {
    return bare.happened() || !bare.missing().isEmpty();
  }

  /** Whether it was refused as this machine has nothing to run code in. */
  boolean lacksContainers() {
    return NO_CONTAINERS.contains(audit.rule());
  }

  /** What became of it without Guard. */
  String without() {
    return bare.missing().isEmpty() ? bare.effect() : "no " + String.join(", ", bare.missing());
  }

  /** What became of it with Guard. */
  String with() {
    return lacksContainers() ? "refused" : guarded.effect();
  }

  /** Whose doing that was. */
  String why() {
    return isAsItShouldBe() ? audit.why() : "NOT AS IT SHOULD BE " + audit.why();
  }
}
