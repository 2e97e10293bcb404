package io.agenttool.sample.world;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * All that the assistant works on, and all that an attack would hit.
 *
 * @param secrets what must not get out
 * @param folders the workspace and what lies beside it
 * @param customers the database
 * @param intranet the company's own server, reached as {@code localhost}
 * @param attacker somebody else's server, reached as {@code 127.0.0.1}
 */
public record World(
    Secrets secrets, Folders folders, CustomerTable customers, Site intranet, Site attacker)
    implements AutoCloseable {

  /**
   * Lays it out.
   *
   * @param home the folder to do it in
   */
  public static World in(Path home) throws IOException, SQLException {
    Secrets secrets = Secrets.generate();
    Folders folders = new Folders(home, secrets);
    return new World(secrets, folders, new CustomerTable(secrets), new Site(), new Site());
  }

  @Override
  public void close() {
    intranet.close();
    attacker.close();
  }
}
