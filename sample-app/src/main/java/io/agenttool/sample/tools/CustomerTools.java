package io.agenttool.sample.tools;

import dev.langchain4j.agent.tool.Tool;
import io.agenttool.AgentTool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Rows of the table {@code customer(id, name, email, plan, notes)}. */
public final class CustomerTools {
  private final DataSource database;

  /**
   * @param database where the table is
   */
  public CustomerTools(DataSource database) {
    this.database = database;
  }

  /** The rows, each column by its name. */
  @Tool("Queries the table customer(id, name, email, plan, notes) with an SQL SELECT")
  public List<Map<String, Object>> queryCustomers(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<Map<String, Object>> found = new ArrayList<>();
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnLabel(i), rows.getObject(i));
        }
        found.add(row);
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the query failed: " + e.getMessage(), e);
    }
  }

  /** How many customers got the note. */
  @Tool("Sets the notes of a customer, which whoever serves the customer next will read")
  public int addNote(int customer, String text) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE customer SET notes = ? WHERE id = ?")) {
      update.setString(1, text);
      update.setInt(2, customer);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the note was not kept: " + e.getMessage(), e);
    }
  }

  /** How many rows are gone. */
  @AgentTool(description = "Deletes customers", destructive = true)
  @Tool("Deletes the customers for which an SQL condition holds")
  public int deleteCustomers(String condition) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate("DELETE FROM customer WHERE " + condition);
    } catch (SQLException e) {
      throw new IllegalStateException("nothing was deleted: " + e.getMessage(), e);
    }
  }
}
