package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static io.agenttool.guard.output.Tools.filtered;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaterResultsTest {
  private static final List<String> PIECES =
      List.of("the key ", "is ", KEY.substring(0, 5), KEY.substring(5, 20), KEY.substring(20), ".");
  private static final String CLEAN = "the key is " + MARKER + ".";

  @Test
  void filtersAStreamOfWordsAcrossTheirBorders() {
    Stream<?> stream = (Stream<?>) requireNonNull(filtered(Object.class, PIECES.stream()));
    assertThat(stream.map(String::valueOf).collect(Collectors.joining())).isEqualTo(CLEAN);
  }

  @Test
  void filtersAnIterator() {
    Iterator<?> iterator = (Iterator<?>) requireNonNull(filtered(Object.class, PIECES.iterator()));
    StringBuilder text = new StringBuilder();
    iterator.forEachRemaining(text::append);
    assertThat(text.toString()).isEqualTo(CLEAN);
  }

  @Test
  void filtersAnInputStreamAndKeepsOtherBytesAsTheyAre() throws IOException {
    byte[] bytes = ("für " + KEY + " ü\0\u0007").getBytes(StandardCharsets.UTF_8);
    try (InputStream in =
        (InputStream) requireNonNull(filtered(Object.class, new ByteArrayInputStream(bytes)))) {
      assertThat(in.readAllBytes())
          .isEqualTo(("für " + MARKER + " ü\0\u0007").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void filtersAReader() throws IOException {
    try (Reader reader =
        (Reader) requireNonNull(filtered(Object.class, new StringReader("a " + KEY + " b")))) {
      StringWriter out = new StringWriter();
      reader.transferTo(out);
      assertThat(out.toString()).isEqualTo("a " + MARKER + " b");
    }
  }

  @Test
  void filtersWhatAPublisherSends() {
    Executor sameThread = Runnable::run;
    CompletableFuture<String> text = new CompletableFuture<>();
    try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>(sameThread, 16)) {
      @SuppressWarnings("unchecked")
      Flow.Publisher<Object> clean =
          (Flow.Publisher<Object>) requireNonNull(filtered(Object.class, publisher));
      clean.subscribe(new Collecting(text));
      PIECES.forEach(publisher::submit);
    }
    assertThat(text.join()).isEqualTo(CLEAN);
  }

  /** Asks for one element after another. */
  private static final class Collecting implements Flow.Subscriber<Object> {
    private final CompletableFuture<String> whole;
    private final List<Object> parts = new ArrayList<>();
    private Flow.Subscription subscription = new None();

    Collecting(CompletableFuture<String> whole) {
      this.whole = whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(Object element) {
      parts.add(element);
      subscription.request(1);
    }

    @Override
    public void onError(Throwable thrown) {
      whole.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
      whole.complete(parts.stream().map(String::valueOf).collect(Collectors.joining()));
    }
  }

  private static final class None implements Flow.Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
