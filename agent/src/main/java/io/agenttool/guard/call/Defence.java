package io.agenttool.guard.call;

import org.jspecify.annotations.Nullable;

/** Compiles one line of defence for each tool, once, when the tool is woven. */
public interface Defence {

  /** The name under which a failure of its stages is recorded, such as {@code args}. */
  String name();

  /**
   * The stage for a tool; {@code null} where the tool needs none, so that its calls pay nothing.
   *
   * @throws io.agenttool.guard.settings.SettingsException where the tool's policy asks for what its
   *     method cannot give: every call of the tool is then denied with that message
   */
  @Nullable Stage stageFor(Tool tool);
}
