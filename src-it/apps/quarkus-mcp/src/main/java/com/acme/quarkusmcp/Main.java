package com.acme.quarkusmcp;

import com.acme.play.Play;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** A server whose tools are annotated methods, and its client, in one process. */
@QuarkusMain
public class Main implements QuarkusApplication {
  public static void main(String... args) {
    Quarkus.run(Main.class, args);
  }

  @Override
  public int run(String... args) throws Exception {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    HttpClientOfTools client =
        new HttpClientOfTools(URI.create("http://127.0.0.1:" + port + "/mcp"));
    Play.run("quarkus-mcp", ToolManager.class, Play.folder(args), client::call);
    return 0;
  }
}
