package com.acme.springboot;

import dev.langchain4j.service.AiServices;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A web application that starts, lets its assistant call one tool, and ends. */
@SpringBootApplication
public class Main {
  interface Assistant {
    String chat(String message);
  }

  public static void main(String[] args) {
    SpringApplication.run(Main.class, "--server.port=0", "--spring.main.banner-mode=off").close();
  }

  @Bean
  Assistant assistant(Weather weather) {
    return AiServices.builder(Assistant.class)
        .chatModel(new ScriptedModel())
        .tools(weather)
        .build();
  }

  @Bean
  AskedOnce askedOnce(Assistant assistant, ConfigurableApplicationContext context) {
    return new AskedOnce(assistant, context);
  }
}
