package com.acme.springboot;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import org.springframework.stereotype.Component;

/** The application's one tool. */
@Component
class Weather {
  @Tool("Tells the weather")
  String weather(@P("the town") String town) {
    return "sunny in " + town;
  }
}
