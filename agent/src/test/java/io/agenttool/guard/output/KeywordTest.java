package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {

  @Test
  void aKeywordMayBeARunOfClasses() {
    Keyword keyword = Keyword.of("[MN]x[0-9]_[A-Za-z]", false);

    assertThat(keyword.length()).isEqualTo(5);
    assertThat(keyword.end("..Mx7_a", 2)).isEqualTo(7);
    assertThat(keyword.end("..Nx0_Z", 2)).isEqualTo(7);
    assertThat(keyword.end("..Nx0_", 2)).isEqualTo(-1);
    assertThat(keyword.end("..Ox0_Z", 2)).isEqualTo(-1);
    assertThat(keyword.end("..Nx0_7", 2)).isEqualTo(-1);
    assertThat(keyword.end("..Nx0_\u0161", 2)).isEqualTo(-1);
  }

  @Test
  void bracketsAreTextWhereItDoesNotEndInAClass() {
    assertThat(Keyword.of("key[0]=", false).end("key[0]=", 0)).isEqualTo(7);
    assertThat(Keyword.of("key[0]=", false).end("key0=", 0)).isEqualTo(-1);
    assertThat(Keyword.literal("key[0]").end("key[0]", 0)).isEqualTo(6);
  }

  @Test
  void lettersOfEitherCaseAreOnlyLetters() {
    Keyword keyword = Keyword.of("a_b[c1]", true);

    assertThat(keyword.end("A_bC", 0)).isEqualTo(4);
    assertThat(keyword.end("A\u007fbC", 0)).isEqualTo(-1);
    assertThat(keyword.end("a_b\u0011", 0)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "ab[c]", "caf\u00e9", "a\nbcd", "abc[\\]", "abc[^d]", "abc[]", "[]abc]"})
  void whatIsTooShortOrNoClassIsRefused(String written) {
    assertThatThrownBy(() -> Keyword.of(written, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keyword '" + written + "'");
  }

  @Test
  void whatAlmostAnyTextHasIsRefused() {
    assertThatThrownBy(() -> Keyword.of("[a-z][a-z][a-z][a-z0-9]", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("could be almost any text");
  }

  @Test
  void aTextMayEndInTheBeginningOfOne() {
    Beginnings beginnings =
        new Beginnings(
            new Keyword[] {Keyword.of("ghp_", false), Keyword.of("[MN][ab][0-9]x[a-z]", false)});

    assertThat(beginnings.start("a gh")).isEqualTo(2);
    assertThat(beginnings.start("a ghp")).isEqualTo(2);
    assertThat(beginnings.start("a GHP")).isEqualTo(5);
    assertThat(beginnings.start("the Nb7x")).isEqualTo(4);
    assertThat(beginnings.start("the Nb7")).isEqualTo(4);
    assertThat(beginnings.start("the b7x")).isEqualTo(7);
    assertThat(beginnings.start("\u4e2d")).isEqualTo(1);
    assertThat(beginnings.start("")).isZero();
  }
}
