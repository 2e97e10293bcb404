package com.acme.mcpsdk;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.util.List;

/** The server of file tools in a process of its own, as an MCP client starts it. */
public final class Server {
  public static void main(String[] args) {
    Main.startSync(new StdioServerTransportProvider(McpJsonDefaults.getMapper()));
  }

  /** The command that starts it with this process's Java and class path. */
  public static List<String> command() {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-cp",
        System.getProperty("java.class.path"),
        Server.class.getName());
  }
}
