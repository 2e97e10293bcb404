package io.agenttool.guard.it.apps;

/** An application with no tool. */
public class Idle {
  /** Says so. */
  public static void main(String[] arguments) {
    System.out.println("idle");
  }
}
