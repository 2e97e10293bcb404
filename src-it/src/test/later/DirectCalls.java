import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutor;

/** LangChain4j's executors without an annotation, called by a loop of the application's own. */
class DirectCalls {
  private final String said = "method saw ";

  public static void main(String[] args) {
    String captured = "lambda saw ";
    ToolExecutor lambda = (request, memory) -> captured + request.arguments();
    call(lambda, "{\"a\":1}", "{\"a\":2}", "a=1");
    call(new DirectCalls()::execute, "{\"a\":1}", "{\"a\":2}");
    call(new Wrapper(lambda), "{\"a\":1}", "{\"a\":2}");
    ToolExecutor reference = lambda::execute;
    call(reference, "{\"a\":1}", "{\"a\":2}");
  }

  private String execute(ToolExecutionRequest request, Object memory) {
    return said + request.arguments();
  }

  record Wrapper(ToolExecutor inner) implements ToolExecutor {
    @Override
    public String execute(ToolExecutionRequest request, Object memory) {
      return "wrapped " + inner.execute(request, memory);
    }
  }

  private static void call(ToolExecutor executor, String... calls) {
    for (String arguments : calls) {
      ToolExecutionRequest request =
          ToolExecutionRequest.builder().name("act").arguments(arguments).build();
      try {
        System.out.println(executor.execute(request, "ada"));
      } catch (RuntimeException e) {
        System.out.println("threw: " + e.getMessage());
      }
    }
  }
}
