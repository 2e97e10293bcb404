package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Finding.Action;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.settings.InjectionAction;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SecretAction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts of results that are read when the call is over. */
class ConsumptionTest {
  private static final String BEFORE = "some words that come first. ".repeat(500);
  private static final String TEXT = BEFORE + "the key is " + KEY + ". And more.";
  private static final String SECOND = TEXT + " " + KEY;

  /** What a reader got, and how it ended. */
  record Read(String text, @Nullable Throwable end) {}

  enum Source {
    STREAM {
      @Override
      Object make(String text) {
        return pieces(text).stream();
      }

      @Override
      Read read(Object filtered) {
        return all(((Stream<?>) filtered).iterator());
      }
    },
    ITERATOR {
      @Override
      Object make(String text) {
        return pieces(text).iterator();
      }

      @Override
      Read read(Object filtered) {
        return all((Iterator<?>) filtered);
      }
    },
    INPUT_STREAM {
      @Override
      Object make(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      Read read(Object filtered) {
        StringBuilder text = new StringBuilder();
        try (InputStream in = (InputStream) filtered) {
          for (int c = in.read(); c >= 0; c = in.read()) {
            text.append((char) c);
          }
          return new Read(text.toString(), null);
        } catch (IOException | RuntimeException e) {
          return new Read(text.toString(), e);
        }
      }
    },
    READER {
      @Override
      Object make(String text) {
        return new StringReader(text);
      }

      @Override
      Read read(Object filtered) {
        StringBuilder text = new StringBuilder();
        try (Reader in = (Reader) filtered) {
          for (int c = in.read(); c >= 0; c = in.read()) {
            text.append((char) c);
          }
          return new Read(text.toString(), null);
        } catch (IOException | RuntimeException e) {
          return new Read(text.toString(), e);
        }
      }
    },
    PUBLISHER {
      @Override
      Object make(String text) {
        return (Flow.Publisher<Object>)
            subscriber -> {
              try (SubmissionPublisher<Object> all = new SubmissionPublisher<>(Runnable::run, 16)) {
                all.subscribe(subscriber);
                pieces(text).forEach(all::submit);
              }
            };
      }

      @Override
      @SuppressWarnings("unchecked")
      Read read(Object filtered) {
        CompletableFuture<Read> whole = new CompletableFuture<>();
        ((Flow.Publisher<Object>) filtered).subscribe(new Collecting(whole));
        return whole.join();
      }
    },
    FUTURE {
      @Override
      @SuppressWarnings("FutureReturnValueIgnored") // it is the value
      Object make(String text) {
        return CompletableFuture.completedFuture(text);
      }

      @Override
      Read read(Object filtered) {
        try {
          return new Read(String.valueOf(((CompletableFuture<?>) filtered).join()), null);
        } catch (java.util.concurrent.CompletionException e) {
          return new Read("", e.getCause());
        }
      }
    };

    abstract Object make(String text);

    abstract Read read(Object filtered);

    static List<String> pieces(String text) {
      List<String> pieces = new ArrayList<>();
      for (int at = 0; at < text.length(); at += 7) {
        pieces.add(text.substring(at, Math.min(text.length(), at + 7)));
      }
      return pieces;
    }

    static Read all(Iterator<?> iterator) {
      StringBuilder text = new StringBuilder();
      try {
        iterator.forEachRemaining(text::append);
        return new Read(text.toString(), null);
      } catch (RuntimeException e) {
        return new Read(text.toString(), e);
      }
    }
  }

  private final ToolCall call = Tools.call(Object.class);

  private Read read(Source source, String text, SecretAction action, Map<String, SecretAction> by) {
    OutputPolicy policy = new OutputPolicy(action, by, InjectionAction.WARN, null);
    Object value = List.of(source.make(text));
    List<?> filtered =
        (List<?>) requireNonNull(Tools.stage(Redactor.standard(), policy).after(call, value));
    if (source != Source.FUTURE) {
      assertThat(call.findings()).isEmpty(); // nothing is known before it is read
    }
    return source.read(requireNonNull(filtered.get(0)));
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void endsWithTheRefusalAndHandsNothingOfTheSecretOn(Source source) {
    Read read = read(source, TEXT, SecretAction.DENY, Map.of());
    assertThat(read.end())
        .isInstanceOf(SecurityException.class)
        .hasMessageContaining("Guard denied tool: result[0] holds a secret")
        .hasMessageContaining("[rule output.secret.openai-key, call " + call.id() + "]")
        .hasMessageNotContaining(KEY);
    assertThat(BEFORE + "the key is ").startsWith(read.text());
    assertThat(call.findings())
        .containsExactly(new Finding("secret.openai-key", "result[0]", Action.DENIED, 1));
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void handsACleanOneOnWholeWhereThePolicySaysDeny(Source source) {
    assertThat(read(source, BEFORE, SecretAction.DENY, Map.of())).isEqualTo(new Read(BEFORE, null));
    assertThat(call.findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void recordsAtItsEndWhatThePolicyOnlyWarnsOf(Source source) {
    assertThat(read(source, SECOND, SecretAction.WARN, Map.of())).isEqualTo(new Read(SECOND, null));
    assertThat(call.findings())
        .containsExactly(new Finding("secret.openai-key", "result[0]", Action.WARNED, 2));
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void replacesAndRecordsAtItsEnd(Source source) {
    assertThat(read(source, SECOND, SecretAction.REDACT, Map.of()))
        .isEqualTo(new Read(SECOND.replace(KEY, MARKER), null));
    assertThat(call.findings())
        .containsExactly(new Finding("secret.openai-key", "result[0]", Action.REPLACED, 2));
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void treatsEachRuleAsItsActionSays(Source source) {
    Read read =
        read(
            source,
            TEXT + " password = " + "kV9xQ2mL7p",
            SecretAction.REDACT,
            Map.of("password", SecretAction.WARN, "openai-key", SecretAction.MASK));
    String masked = "[REDACTED_OPENAI_KEY ****" + KEY.substring(KEY.length() - 4) + "]";
    assertThat(read.text()).isEqualTo(TEXT.replace(KEY, masked) + " password = " + "kV9xQ2mL7p");
    assertThat(call.findings())
        .extracting(Finding::action)
        .containsExactlyInAnyOrder(Action.WARNED, Action.REPLACED);
  }

  @Test
  void stillRefusesWhenItIsReadOn() throws IOException {
    OutputPolicy policy = new OutputPolicy(SecretAction.DENY, null);
    InputStream in =
        (InputStream)
            requireNonNull(
                Tools.stage(Redactor.standard(), policy)
                    .after(call, new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8))));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(SecurityException.class);
    }
    assertThat(call.findings()).hasSize(1);
  }

  @Test
  void recordsWhatWasFoundInAStreamThatIsClosedEarly() {
    OutputPolicy policy = new OutputPolicy(SecretAction.REDACT, null);
    try (Stream<?> stream =
        (Stream<?>)
            requireNonNull(
                Tools.stage(Redactor.standard(), policy)
                    .after(call, Stream.generate(() -> KEY + " ")))) {
      assertThat(stream.limit(3).map(String::valueOf).collect(Collectors.joining()))
          .contains(MARKER)
          .doesNotContain(KEY);
    }
    assertThat(call.findings())
        .singleElement()
        .extracting(Finding::action)
        .isEqualTo(Action.REPLACED);
  }

  @Test
  void filtersWhatTheSourceFailsWith() {
    OutputPolicy policy = new OutputPolicy(SecretAction.REDACT, null);
    Stream<String> failing =
        Stream.of("a")
            .peek(
                x -> {
                  throw new IllegalStateException("cannot log in: " + KEY);
                });
    Stream<?> stream =
        (Stream<?>) requireNonNull(Tools.stage(Redactor.standard(), policy).after(call, failing));
    assertThatThrownBy(stream::toList)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("cannot log in: " + MARKER);
  }

  @Test
  void leavesAStreamUnreadThatNobodyReads() {
    OutputPolicy policy = new OutputPolicy(SecretAction.REDACT, null);
    Stream<String> source = Stream.of("a");
    var unused = Tools.stage(Redactor.standard(), policy).after(call, source);
    assertThat(source).containsExactly("a"); // mode: monitor hands on the source itself
  }

  /** Asks for one element after another. */
  private static final class Collecting implements Flow.Subscriber<Object> {
    private final CompletableFuture<Read> whole;
    private final StringBuilder text = new StringBuilder();
    private Flow.@Nullable Subscription subscription;

    Collecting(CompletableFuture<Read> whole) {
      this.whole = whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(Object element) {
      text.append(element);
      requireNonNull(subscription).request(1);
    }

    @Override
    public void onError(Throwable thrown) {
      whole.complete(new Read(text.toString(), thrown));
    }

    @Override
    public void onComplete() {
      whole.complete(new Read(text.toString(), null));
    }
  }
}
