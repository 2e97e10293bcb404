package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
  private final Domains domains =
      new Domains(List.of("example.com", "bücher.example", "127.0.0.1", "localhost"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "see http://www.example.com/a?b=c#d.",
        "https://EXAMPLE.com.:8443/x",
        "https://user:pw@api.example.com/",
        "[a](https://example.com/x) and <https://example.com>",
        "<img src=\"//example.com/a.png\">",
        "{\"u\":\"https:\\/\\/example.com\\/x\"}",
        "https://xn--bcher-kva.example/",
        "https://bücher.example/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://localhost:8080/x",
        "a // comment in code, and a/b//c",
        "C:\\\\dir\\\\file and \\\\n",
        "ftp://ftp.example.com/x",
        "no url: at all",
        "1 / 2 // 3",
      })
  void leavesAllowedUrlsAndWhatIsNone(String text) {
    assertThat(domains.redact(text, null)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil-example.com/",
        "https://example.com.evil.net/",
        "https://example.com@evil.net/",
        "https://evil.net#@example.com",
        "https://evil.net\\@example.com",
        "https://example.com\\@evil.net/",
        "https://evil.net?.example.com",
        "https:\\\\evil.net/a",
        "https:/\\evil.net/a",
        "https:///evil.net/a",
        "https:/evil.net/a",
        "HTTPS://EVIL.NET",
        "https:\\/\\/evil.net\\/x",
        "https&#58;&#x2f;&sol;evil.net/x",
        "https:\\u002f\\u002fevil.net",
        "https://evil\\u002enet/x",
        "https%3A%2F%2Fevil.net%2Fx",
        "https://%65vil.net/",
        "https://evil。net/",
        "https://exаmple.com/",
        "http://[::1]:80/",
        "http://1.1/",
        "http://0177.0.0.2/",
        "data://evil.net/x",
        "ftp://evil.net/x",
      })
  void blocksUrlsToOtherHosts(String url) {
    assertThat(domains.redact("go to " + url + " now", null))
        .isEqualTo("go to " + Markers.DOMAIN + " now");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com:8443/x",
        "https://example.com:08443",
        "https://u:p@example.com:8443/",
        "//example.org/x in text",
        "https://example.org/",
        "https://example.org:443/",
        "https://bücher.example/x",
        "https://xn--bcher-kva.example/x",
        "data:image/png;base64,AAAA",
        "the data: text/html is a type",
      })
  void allowsAPortWhereTheListNamesIt(String text) {
    assertThat(ports().redact(text, null)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/x",
        "https://example.com:8444/x",
        "https://example.com:84430/x",
        "https://example.com:8443@evil.net/",
        "https://example.com:x8443/",
        "http://example.org/x",
        "https://example.org:8443/",
        "data:text/html,hello",
        "DATA:image/svg+xml;base64,PHN2Zz4=",
        "data:text\\/html;charset=utf-8,x",
      })
  void blocksOtherPortsThenAndPagesInDataUrls(String url) {
    assertThat(ports().redact("![x](" + url + ") now", null))
        .isEqualTo("![x](" + Markers.DOMAIN + ") now");
  }

  private static Domains ports() {
    return new Domains(List.of("example.com:8443", "example.org:443", "xn--bcher-kva.example"));
  }

  @Test
  void blocksUrlsInMarkdownHtmlAndJson() {
    assertThat(domains.redact("![x](https://evil.net/?d=secret)", null))
        .isEqualTo("![x](" + Markers.DOMAIN + ")");
    assertThat(domains.redact("<img src=//evil.net/?d=1>", null))
        .isEqualTo("<img src=" + Markers.DOMAIN + ">");
    assertThat(domains.redact("{\"u\": \"//evil.net/x\", \"v\": 1}", null))
        .isEqualTo("{\"u\": \"" + Markers.DOMAIN + "\", \"v\": 1}");
  }

  @Test
  void leavesWhatItHasBlocked() {
    String once = domains.redact("a https://evil.net/ b http://evil.net", null);
    assertThat(domains.redact(once, null)).isSameAs(once);
  }
}
