import com.embabel.agent.api.tool.Tool;
import com.embabel.agent.core.ReplanRequestedException;

/** Embabel's tools that ask for another plan by an exception, which its loop catches. */
class EmbabelReplan {

  public static void main(String[] args) {
    for (String reason : new String[] {"another plan", "no " + args[0]}) {
      ReplanRequestedException thrown = new ReplanRequestedException(reason, board -> {});
      Tool tool =
          Tool.create(
              "act",
              "Acts",
              input -> {
                throw thrown;
              });
      try {
        System.out.println(tool.call("{}"));
      } catch (ReplanRequestedException e) {
        System.out.println((e == thrown ? "replans: " : "another: ") + e.getReason());
      } catch (RuntimeException e) {
        System.out.println("threw: " + e.getMessage());
      }
    }
  }
}
