package io.agenttool.guard.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueResultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ljava/nio/channels/FileChannel; | a channel",
        "[Ljava/net/Socket; | a socket",
        "Ljava/util/List<Ljava/sql/ResultSet;>; | a cursor of a database",
        "Ljava/util/Map<Ljava/lang/String;+Ljava/lang/Process;>; | a process",
        "Ljava/nio/file/DirectoryStream<Ljava/nio/file/Path;>; | an open folder",
        "Ljava/util/function/Supplier; | a function that gives values later",
        "Ljava/lang/foreign/MemorySegment; | memory outside of the heap",
        "Lcom/acme/Page<Ljavax/sql/DataSource;>; | a connection to a database",
      })
  void aHandleIsNamed(String result, String what) {
    assertThat(OpaqueResults.in(result)).isEqualTo(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "V",
        "[B",
        "Ljava/lang/String;",
        "Ljava/lang/Object;",
        "Ljava/io/InputStream;",
        "Ljava/io/Reader;",
        "Ljava/util/stream/Stream<Ljava/lang/String;>;",
        "Ljava/util/concurrent/CompletionStage<Ljava/lang/String;>;",
        "Ljava/util/Map<Ljava/lang/String;Ljava/lang/Object;>;",
        "Ljava/net/SocketAddress;",
        "Ljava/lang/ProcessHandle$Info;",
        "Lcom/acme/Socket;",
        "Lcom/acme/java/sql/ResultSet;",
      })
  void whatCanBeFilteredIsNot(String result) {
    assertThat(OpaqueResults.in(result)).isNull();
  }
}
