package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"unix:///var/run/docker.sock", "tcp://127.0.0.1:2375", "tcp://engine:2375/"})
  void aSocketOrAPortIsAnAddress(String text) {
    assertThat(EngineAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/var/run/docker.sock",
        "unix:",
        "unix:///",
        "unix://host/docker.sock",
        "tcp://host",
        "tcp://host:0",
        "tcp://host:99999",
        "tcp://user@host:1",
        "tcp://host:1/path",
        "tcp://ho st:1",
        "http://host:1",
        "npipe:////./pipe/docker_engine"
      })
  void anythingElseIsRefusedWithWhatWouldBeRight(String text) {
    assertThatThrownBy(() -> EngineAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not unix:///path/of/a/socket or tcp://host:port");
  }
}
