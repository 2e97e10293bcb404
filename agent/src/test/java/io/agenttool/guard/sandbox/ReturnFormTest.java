package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import java.lang.reflect.Method;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnFormTest {
  private static final Execution GOOD = new Execution(true, "out\n", "a warning\n", 0);
  private static final Execution BAD = new Execution(false, "out", "Traceback", 1);

  record Whole(boolean success, String output, String error, int exitCode) {}

  record Some(long exitCode, @Nullable String language, CharSequence output, double seconds) {}

  record Odd(int success) {}

  record None(String text) {}

  static class Bean {
    public String output = "";
    private @Nullable Boolean success;
    private long exitCode;

    private Bean() {}

    public void setSuccess(Boolean success) {
      this.success = success;
    }

    public void setExitCode(long exitCode) {
      this.exitCode = exitCode;
    }
  }

  static class NoParts {}

  static class NoConstructor {
    public String output;

    NoConstructor(String output) {
      this.output = output;
    }
  }

  /** Methods of each return type; never called. */
  interface Tools<T extends CharSequence> {
    String text();

    Object object();

    T variable();

    Whole whole();

    Some some();

    Bean bean();

    Map<String, Object> map();

    Map<String, ?> wildcardMap();

    Map<String, String> textMap();

    AbstractMap<String, Object> abstractMap();

    CompletableFuture<String> futureText();

    CompletionStage<? extends Whole> stage();

    Future<Map<String, Object>> future();

    Odd odd();

    None none();

    NoParts noParts();

    NoConstructor noConstructor();

    List<String> list();

    Optional<String> optional();

    Map<Integer, Object> numberedMap();

    Map<String, Integer> numberMap();

    String[] array();

    CompletableFuture<String[]> futureArray();

    CompletableFuture<CompletableFuture<String>> futureFuture();

    Runnable runnable();
  }

  private static ReturnForm form(String name) {
    Method method =
        Arrays.stream(Tools.class.getMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return ReturnForm.of(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "object", "variable", "futureText"})
  void textIsTheOutputAndOfAFailureAlsoItsError(String method) {
    assertThat(form(method).value(GOOD)).isEqualTo("out\n");
    assertThat(form(method).value(BAD)).isEqualTo("out\nTraceback\n[failed with exit code 1]");
  }

  @Test
  void aRecordGetsWhatItNamesAndNothingElse() {
    assertThat(form("whole").value(BAD)).isEqualTo(new Whole(false, "out", "Traceback", 1));
    assertThat(form("some").value(BAD)).isEqualTo(new Some(1, null, "out", 0));
  }

  @Test
  void aBeanGetsWhatItHasSettersOrPublicFieldsFor() {
    Bean bean = (Bean) form("bean").value(BAD);

    assertThat(bean.output).isEqualTo("out");
    assertThat(bean.success).isFalse();
    assertThat(bean.exitCode).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"map", "wildcardMap", "abstractMap", "future"})
  void aMapGetsAllParts(String method) {
    assertThat(form(method).value(BAD))
        .isEqualTo(Map.of("success", false, "output", "out", "error", "Traceback", "exitCode", 1));
  }

  @Test
  void aMapOfTextGetsAllPartsAsText() {
    assertThat(form("textMap").value(GOOD))
        .isEqualTo(
            Map.of("success", "true", "output", "out\n", "error", "a warning\n", "exitCode", "0"));
  }

  @Test
  void aFutureIsAnsweredLater() {
    assertThat(form("futureText").later()).isTrue();
    assertThat(form("stage").later()).isTrue();
    assertThat(form("future").later()).isTrue();
    assertThat(form("text").later()).isFalse();
    assertThat(form("object").later()).isFalse();
    assertThat(form("stage").value(GOOD)).isEqualTo(new Whole(true, "out\n", "a warning\n", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "odd",
        "none",
        "noParts",
        "noConstructor",
        "list",
        "optional",
        "numberedMap",
        "numberMap",
        "array",
        "futureArray",
        "futureFuture",
        "runnable"
      })
  void anyOtherTypeIsDeniedWithWhatWouldDo(String method) {
    assertThatThrownBy(() -> form(method))
        .isInstanceOfSatisfying(
            Denied.class, e -> assertThat(e.verdict().rule()).isEqualTo("sandbox.return"))
        .hasMessageContaining("a record or a bean with success, output, error or exitCode");
  }
}
