package io.agenttool.guard.weave;

/** How a tool came to be governed. */
public enum Coverage {
  /** Every call goes through Guard. */
  WOVEN,
  /** Every call goes through Guard, which cannot look into its result. */
  PARTLY,
  /** There is nothing to weave: the methods that implement it are. */
  ABSTRACT,
  /** Every call is refused. */
  REFUSED,
  /** Calls go by Guard. */
  UNGOVERNED
}
