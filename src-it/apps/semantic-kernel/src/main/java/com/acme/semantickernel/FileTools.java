package com.acme.semantickernel;

import com.microsoft.semantickernel.semanticfunctions.annotations.DefineKernelFunction;
import com.microsoft.semantickernel.semanticfunctions.annotations.KernelFunctionParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reactor.core.publisher.Mono;

/** Reads and writes files, as a coding assistant does; one tool answers at once, one later. */
public final class FileTools {
  @DefineKernelFunction(name = "write_file", description = "Writes a text file")
  public String writeFile(
      @KernelFunctionParameter(name = "path", description = "where") String path,
      @KernelFunctionParameter(name = "text", description = "what") String text)
      throws IOException {
    Files.writeString(Path.of(path), text);
    return "wrote " + text.length() + " characters";
  }

  @DefineKernelFunction(
      name = "read_file",
      description = "Reads a text file",
      returnType = "java.lang.String")
  public Mono<String> readFile(
      @KernelFunctionParameter(name = "path", description = "where") String path) {
    return Mono.fromCallable(() -> Files.readString(Path.of(path)));
  }
}
