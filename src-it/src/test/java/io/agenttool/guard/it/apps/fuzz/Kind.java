package io.agenttool.guard.it.apps.fuzz;

/** How the class of a tool is built, and where the tool is declared. */
enum Kind {
  PLAIN(49),
  /** A nest mate's method. */
  NESTED(49),
  /** Declared by a superclass. */
  SUBCLASS(49),
  /** Declared by an interface. */
  IMPLEMENTED(49),
  /** Declared by a generic interface: called through a bridge. */
  GENERIC(49),
  /** Declared by an interface, with the body of a superclass that does not know it. */
  SUPER_BODY(49),
  DEFAULT(52),
  INTERFACE_STATIC(52),
  INTERFACE_PRIVATE(53),
  ENUM(49),
  RECORD(60),
  /** The one heir of a sealed class that declares it. */
  SEALED(61);

  /** The first class file version that has it. */
  final int since;

  Kind(int since) {
    this.since = since;
  }

  /** Whether another type than that of the body declares the tool. */
  boolean isDeclaredAbove() {
    return switch (this) {
      case SUBCLASS, IMPLEMENTED, GENERIC, SUPER_BODY, SEALED -> true;
      default -> false;
    };
  }

  /** Whether the type that declares the tool is an interface. */
  boolean isDeclaredByInterface() {
    return this == IMPLEMENTED || this == GENERIC || this == SUPER_BODY;
  }

  /** Whether the body is an interface's. */
  boolean isBodyInInterface() {
    return this == DEFAULT || this == INTERFACE_STATIC || this == INTERFACE_PRIVATE;
  }
}
