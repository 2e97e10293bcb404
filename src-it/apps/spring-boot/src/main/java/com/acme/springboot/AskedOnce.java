package com.acme.springboot;

import com.acme.springboot.Main.Assistant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.CommandLineRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** Asks the assistant when the application is up, and says how much memory all that took. */
class AskedOnce implements CommandLineRunner {
  private final Assistant assistant;
  private final ConfigurableApplicationContext context;

  AskedOnce(Assistant assistant, ConfigurableApplicationContext context) {
    this.assistant = assistant;
    this.context = context;
  }

  @Override
  public void run(String... args) throws IOException {
    System.out.println(assistant.chat("what is it like in Oslo?"));
    System.out.println("beans: " + context.getBeanDefinitionCount());
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .forEach(System.out::println);
    }
  }
}
