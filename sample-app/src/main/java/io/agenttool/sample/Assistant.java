package io.agenttool.sample;

import dev.langchain4j.service.SystemMessage;

/** The assistant, as LangChain4j builds it. */
interface Assistant {

  /** What it answers, in Markdown. */
  @SystemMessage("You help the operators of a small company. Use the tools.")
  String chat(String user);
}
