package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static io.agenttool.guard.output.Tools.filtered;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.settings.SecretAction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputStageTest {
  private static final String TEXT = "the key is " + KEY + ".";
  private static final String CLEAN = "the key is " + MARKER + ".";

  record Note(String text, int stars) {}

  record Customer(String name, List<Note> notes) {}

  static class Account {
    private final String id = "a1";
    private @Nullable String text;
    private @Nullable Account next;

    String id() {
      return id;
    }
  }

  /** A collection that only its own factory can make. */
  static final class Fixed extends java.util.AbstractList<String> {
    private final String only;

    private Fixed(String only) {
      this.only = only;
    }

    @Override
    public String get(int index) {
      return only;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  record Holder(Fixed fixed) {}

  static Stream<List<Object>> values() {
    EnumMap<TimeUnit, String> byUnit = new EnumMap<>(Map.of(TimeUnit.DAYS, TEXT));
    return Stream.of(
        List.of(TEXT, CLEAN),
        List.of(List.of(TEXT, 1), List.of(CLEAN, 1)),
        List.of(Arrays.asList(TEXT, null), Arrays.asList(CLEAN, null)),
        List.of(new ArrayList<>(List.of(TEXT)), List.of(CLEAN)),
        List.of(Collections.unmodifiableList(new ArrayList<>(List.of(TEXT))), List.of(CLEAN)),
        List.of(Set.of(TEXT), Set.of(CLEAN)),
        List.of(Map.of("a", TEXT), Map.of("a", CLEAN)),
        List.of(Map.of(TEXT, "a"), Map.of(CLEAN, "a")),
        List.of(new TreeMap<>(Map.of("a", TEXT)), Map.of("a", CLEAN)),
        List.of(byUnit, Map.of(TimeUnit.DAYS, CLEAN)),
        List.of(Optional.of(TEXT), Optional.of(CLEAN)),
        List.of(new Object[] {1, new String[] {TEXT}}, new Object[] {1, new String[] {CLEAN}}),
        List.of(TEXT.toCharArray(), CLEAN.toCharArray()),
        List.of(TEXT.getBytes(StandardCharsets.UTF_8), CLEAN.getBytes(StandardCharsets.UTF_8)),
        List.of(
            TEXT.getBytes(StandardCharsets.UTF_16LE), CLEAN.getBytes(StandardCharsets.UTF_16LE)),
        List.of(
            ByteBuffer.wrap(TEXT.getBytes(StandardCharsets.UTF_8)),
            ByteBuffer.wrap(CLEAN.getBytes(StandardCharsets.UTF_8))),
        List.of(
            new Customer("x", List.of(new Note(TEXT, 3))),
            new Customer("x", List.of(new Note(CLEAN, 3)))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void takesASecretOutOfEveryKindOfValue(List<Object> values) {
    assertThat(filtered(Object.class, values.get(0))).isEqualTo(values.get(1));
  }

  @ParameterizedTest
  @MethodSource("values")
  void handsACleanValueOnAsTheSameObject(List<Object> values) {
    Object clean = values.get(1);
    assertThat(filtered(Object.class, clean)).isSameAs(clean);
  }

  @Test
  void keepsTheClassOfWhatItMakesAgain() {
    Map<String, String> map = new LinkedHashMap<>(Map.of("a", TEXT));
    assertThat(filtered(Object.class, map)).isExactlyInstanceOf(LinkedHashMap.class);
    assertThat(map).containsValue(TEXT);
    assertThatThrownBy(
            () -> ((List<?>) requireNonNull(filtered(List.class, List.of(TEXT)))).remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void copiesABeanAndLeavesTheOriginal() {
    Account account = new Account();
    account.text = TEXT;
    Account copy = (Account) requireNonNull(filtered(Object.class, account));
    assertThat(copy.text).isEqualTo(CLEAN);
    assertThat(copy.id()).isEqualTo("a1");
    assertThat(account.text).isEqualTo(TEXT);
  }

  @Test
  void followsACycleOnce() {
    Account first = new Account();
    Account second = new Account();
    first.next = second;
    second.next = first;
    second.text = TEXT;
    Account copy = (Account) requireNonNull(filtered(Object.class, first));
    assertThat(requireNonNull(copy.next).text).isEqualTo(CLEAN);
    assertThat(requireNonNull(copy.next).next).isSameAs(copy);
  }

  @Test
  void makesAListThatHoldsItself() {
    List<Object> list = new ArrayList<>(List.of(TEXT));
    list.add(list);
    List<?> copy = (List<?>) requireNonNull(filtered(Object.class, list));
    assertThat(copy.get(0)).isEqualTo(CLEAN);
    assertThat(copy.get(1)).isSameAs(copy);
  }

  @Test
  void redactsByTheNameOfAFieldAlone() {
    assertThat(filtered(Object.class, Map.of("password", "hunter2", "user", "ann")))
        .isEqualTo(Map.of("password", "[REDACTED_PASSWORD]", "user", "ann"));
  }

  @Test
  void refusesWhatCannotBeMadeAgainAndSaysWhere() {
    assertThatThrownBy(() -> filtered(Object.class, List.of(1, new Holder(new Fixed(TEXT)))))
        .isInstanceOf(Denied.class)
        .hasMessageContaining("result[1].fixed")
        .hasMessageNotContaining(KEY);
    Holder clean = new Holder(new Fixed("clean"));
    assertThat(filtered(Object.class, clean)).isSameAs(clean);
  }

  @Test
  void refusesWhatIsTooDeepToLookInto() {
    Object deep = TEXT;
    for (int i = 0; i < 1000; i++) {
      deep = List.of(deep);
    }
    Object value = deep;
    assertThatThrownBy(() -> filtered(Object.class, value)).isInstanceOf(Denied.class);
  }

  @Test
  void filtersAFutureInsideWhenItCompletes() {
    CompletableFuture<String> source = new CompletableFuture<>();
    List<?> result = (List<?>) requireNonNull(filtered(Object.class, List.of(source)));
    CompletableFuture<?> future = (CompletableFuture<?>) result.get(0);
    assertThat(future).isNotDone();
    source.complete(TEXT);
    assertThat(future.join()).isEqualTo(CLEAN);
  }

  @Test
  void cancelsTheToolsOwnFutureWithTheFilteredOne() {
    CompletableFuture<String> source = new CompletableFuture<>();
    List<?> result = (List<?>) requireNonNull(filtered(Object.class, List.of(source)));
    ((CompletableFuture<?>) result.get(0)).cancel(true);
    assertThat(source).isCancelled();
  }

  @Test
  void notesWhatItFoundWhereAndHowOften() {
    ToolCall call = Tools.call(Object.class);
    Customer customer = new Customer("x", List.of(new Note("", 0), new Note(KEY + " " + KEY, 3)));
    Tools.stage(SecretAction.REDACT, null).after(call, customer);
    assertThat(call.findings())
        .containsExactly(
            new Finding("secret.openai-key", "result.notes[1].text", Finding.Action.REPLACED, 2));
  }

  @Test
  void withholdsTheResultWhereThePolicySaysDeny() {
    assertThatThrownBy(
            () ->
                Tools.stage(SecretAction.DENY, null).after(Tools.call(Object.class), List.of(TEXT)))
        .isInstanceOf(Denied.class)
        .hasMessageContaining("result[0]")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void showsTheLastFourCharactersWhereThePolicySaysMask() {
    String end = KEY.substring(KEY.length() - 4);
    Object masked = Tools.stage(SecretAction.MASK, null).after(Tools.call(Object.class), TEXT);
    assertThat(masked).isEqualTo("the key is [REDACTED_OPENAI_KEY ****" + end + "].");
    assertThat(Tools.stage(SecretAction.MASK, null).after(Tools.call(Object.class), masked))
        .isSameAs(masked);
  }

  @Test
  void tellsEqualSecretsFromOthersWhereThePolicySaysHash() {
    Object hashed =
        Tools.stage(SecretAction.HASH, null)
            .after(Tools.call(Object.class), List.of(KEY, KEY, KEY + "x"));
    List<?> values = (List<?>) requireNonNull(hashed);
    assertThat(values.get(0)).isEqualTo(values.get(1)).isNotEqualTo(values.get(2));
    assertThat(values.get(0).toString()).startsWith("[REDACTED_OPENAI_KEY #").doesNotContain(KEY);
  }

  @Test
  void letsTheSecretThroughWhereThePolicySaysWarnAndNotesIt() {
    ToolCall call = Tools.call(Object.class);
    assertThat(Tools.stage(SecretAction.WARN, null).after(call, List.of(TEXT)))
        .isEqualTo(List.of(TEXT));
    assertThat(call.findings()).extracting(Finding::action).containsExactly(Finding.Action.WARNED);
  }

  @Test
  void blocksUrlsOutsideTheAllowedDomains() {
    Object result =
        Tools.stage(SecretAction.REDACT, List.of("example.com"))
            .after(
                Tools.call(Object.class),
                List.of("see https://example.com/a", "see https://evil-example.com/?d=1 now"));
    assertThat(result).isEqualTo(List.of("see https://example.com/a", "see [BLOCKED_DOMAIN] now"));
  }

  static final class OddException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OddException(int code, String text) {
      super(text + code);
    }
  }

  @Test
  void filtersAnExceptionsMessageCauseAndSuppressed() {
    IllegalStateException thrown =
        new IllegalStateException(TEXT, new IllegalArgumentException("cause " + KEY));
    thrown.addSuppressed(new java.io.IOException(KEY));
    Throwable clean =
        Tools.stage(SecretAction.REDACT, null).failed(Tools.call(Object.class), thrown);
    assertThat(clean).isExactlyInstanceOf(IllegalStateException.class).hasMessage(CLEAN);
    assertThat(clean.getCause()).hasMessage("cause " + MARKER);
    assertThat(clean.getSuppressed()[0]).hasMessage(MARKER);
    assertThat(clean.getStackTrace()).isEqualTo(thrown.getStackTrace());
    IllegalStateException harmless = new IllegalStateException("no such row");
    assertThat(Tools.stage(SecretAction.REDACT, null).failed(Tools.call(Object.class), harmless))
        .isSameAs(harmless);
  }

  @Test
  void refusesAnExceptionThatCannotBeMadeAgain() {
    assertThatThrownBy(
            () ->
                Tools.stage(SecretAction.REDACT, null)
                    .failed(Tools.call(Object.class), new OddException(7, TEXT)))
        .isInstanceOf(Denied.class)
        .hasMessageContaining("OddException: the key is " + MARKER);
  }
}
