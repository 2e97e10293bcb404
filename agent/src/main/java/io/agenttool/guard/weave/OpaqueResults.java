package io.agenttool.guard.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types of the JDK whose values hand out what they stand for later, by ways that the output's
 * filter does not reach: a tool that returns one leaks whatever is read from it. Streams and
 * readers are not among them, as they are filtered while they are read; nor are types of
 * applications, which are judged when a value is there.
 */
final class OpaqueResults {

  /**
   * @param type an internal name, or the beginning of several
   * @param what it is, for the refusal
   */
  private record Row(String type, String what) {}

  private static final List<Row> TABLE =
      List.of(
          new Row("java/nio/channels/", "a channel"),
          new Row("java/io/RandomAccessFile;", "an open file"),
          new Row("java/io/FileDescriptor;", "an open file"),
          new Row("java/util/zip/ZipFile;", "an open archive"),
          new Row("java/util/jar/JarFile;", "an open archive"),
          new Row("java/util/Scanner;", "a scanner of text"),
          new Row("java/nio/file/FileSystem;", "a file system"),
          new Row("java/nio/file/DirectoryStream", "an open folder"),
          new Row("java/sql/ResultSet;", "a cursor of a database"),
          new Row("java/sql/Connection;", "a connection to a database"),
          new Row("java/sql/Statement;", "a statement of a database"),
          new Row("java/sql/PreparedStatement;", "a statement of a database"),
          new Row("java/sql/CallableStatement;", "a statement of a database"),
          new Row("java/sql/Blob;", "a large object of a database"),
          new Row("java/sql/Clob;", "a large object of a database"),
          new Row("java/sql/NClob;", "a large object of a database"),
          new Row("java/sql/SQLXML;", "a large object of a database"),
          new Row("java/sql/Array;", "an array of a database"),
          new Row("javax/sql/", "a connection to a database"),
          new Row("java/lang/Process;", "a process"),
          new Row("java/lang/ProcessBuilder;", "a process"),
          new Row("java/net/Socket;", "a socket"),
          new Row("java/net/ServerSocket;", "a socket"),
          new Row("java/net/DatagramSocket;", "a socket"),
          new Row("javax/net/ssl/SSLSocket;", "a socket"),
          new Row("java/net/URLConnection;", "a connection"),
          new Row("java/net/HttpURLConnection;", "a connection"),
          new Row("javax/net/ssl/HttpsURLConnection;", "a connection"),
          new Row("java/net/http/HttpClient;", "a connection"),
          new Row("java/net/http/HttpResponse", "a response whose body is read later"),
          new Row("java/net/http/WebSocket;", "a connection"),
          new Row("java/lang/foreign/", "memory outside of the heap"),
          new Row("java/lang/invoke/", "a handle of code or memory"),
          new Row("java/lang/ClassLoader;", "a class loader"),
          new Row("java/util/Spliterator", "a source of values to come"),
          new Row("java/util/Enumeration", "a source of values to come"),
          new Row("java/util/function/", "a function that gives values later"),
          new Row("java/util/concurrent/Callable", "a function that gives values later"));

  private OpaqueResults() {}

  /**
   * What such a value is, where a result is one, or holds one by its generic type or as an array.
   *
   * @param result the result's type as class files have it, generic where that is known: {@code
   *     Ljava/util/List<Ljava/net/Socket;>;}
   * @return {@code a socket}; {@code null} for none
   */
  static @Nullable String in(String result) {
    for (int at = result.indexOf("Ljava"); at >= 0; at = result.indexOf("Ljava", at + 1)) {
      for (Row row : TABLE) {
        if (result.startsWith(row.type(), at + 1)) {
          return row.what();
        }
      }
    }
    return null;
  }
}
