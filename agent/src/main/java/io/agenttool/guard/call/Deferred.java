package io.agenttool.guard.call;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of results that come later, besides {@code CompletionStage}; libraries by name. Their
 * own operators do the waiting, so that nothing starts before somebody subscribes, contexts and
 * cancellation travel as the library has it, and the caller gets the type that the tool declares.
 *
 * <p>Of many values, nothing is handed on before the last is there: a secret can be spread over
 * several.
 */
enum Deferred {
  MONO("reactor.core.publisher.Mono") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      Runnable empty = () -> arrival.value(null);
      Object nothing = value(new Chain(source.type(), null).call("fromRunnable", empty));
      return value(
          source
              .call("onErrorMap", failure(arrival))
              .call("map", one(arrival))
              .call("switchIfEmpty", nothing)
              .call("doOnCancel", cancel(arrival)));
    }
  },
  FLUX("reactor.core.publisher.Flux") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      return value(
          source
              .call("onErrorMap", failure(arrival))
              .call("collectList")
              .call("map", many(arrival))
              .call("doOnCancel", cancel(arrival))
              .call("flatMapIterable", Function.identity()));
    }
  },
  SINGLE("io.reactivex.rxjava3.core.Single") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      return value(
          source
              .call("onErrorResumeNext", resuming(source, arrival))
              .call("map", one(arrival))
              .call("doOnDispose", cancel(arrival)));
    }
  },
  MAYBE("io.reactivex.rxjava3.core.Maybe") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      Runnable empty = () -> arrival.value(null);
      return value(
          source
              .call("onErrorResumeNext", resuming(source, arrival))
              .call("doOnComplete", empty)
              .call("map", one(arrival))
              .call("doOnDispose", cancel(arrival)));
    }
  },
  COMPLETABLE("io.reactivex.rxjava3.core.Completable") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      Runnable done = () -> arrival.value(null);
      return value(
          source
              .call("onErrorResumeNext", resuming(source, arrival))
              .call("doOnComplete", done)
              .call("doOnDispose", cancel(arrival)));
    }
  },
  FLOWABLE("io.reactivex.rxjava3.core.Flowable") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      return value(collected(source, arrival).call("flattenAsFlowable", Function.identity()));
    }
  },
  OBSERVABLE("io.reactivex.rxjava3.core.Observable") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      return value(collected(source, arrival).call("flattenAsObservable", Function.identity()));
    }
  },
  UNI("io.smallrye.mutiny.Uni") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      return value(
          source
              .call("onFailure")
              .call("transform", failure(arrival))
              .call("map", one(arrival))
              .call("onCancellation")
              .call("invoke", cancel(arrival)));
    }
  },
  MULTI("io.smallrye.mutiny.Multi") {
    @Override
    Object await(Chain source, Arrival arrival) throws ReflectiveOperationException {
      return value(
          source
              .call("onFailure")
              .call("transform", failure(arrival))
              .call("collect")
              .call("asList")
              .call("map", many(arrival))
              .call("onCancellation")
              .call("invoke", cancel(arrival))
              .call("onItem")
              .call("disjoint"));
    }
  },
  FLOW("java.util.concurrent.Flow$Publisher") {
    @Override
    Object await(Chain source, Arrival arrival) {
      return new CollectedPublisher((Flow.Publisher<?>) value(source), arrival);
    }
  },
  FUTURE("java.util.concurrent.Future") {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it is what the caller gets
    Object await(Chain source, Arrival arrival) {
      return new AwaitedFuture((Future<?>) value(source), arrival);
    }
  };

  private static final ClassValue<Optional<Found>> KINDS =
      new ClassValue<>() {
        @Override
        protected Optional<Found> computeValue(Class<?> type) {
          for (Deferred kind : values()) {
            Class<?> library = above(type, kind.typeName);
            if (library != null) {
              return Optional.of(new Found(kind, library));
            }
          }
          return Optional.empty();
        }
      };

  private final String typeName;

  Deferred(String typeName) {
    this.typeName = typeName;
  }

  private record Found(Deferred kind, Class<?> library) {}

  /** Whether a result comes later. */
  static boolean is(@Nullable Object result) {
    return result != null && KINDS.get(result.getClass()).isPresent();
  }

  /**
   * What the caller gets instead of a result that comes later.
   *
   * @throws ReflectiveOperationException where the library is not the one that Guard knows
   */
  static Object of(Object result, Arrival arrival) throws ReflectiveOperationException {
    Found found = KINDS.get(result.getClass()).orElseThrow();
    return found.kind().await(new Chain(found.library(), result), arrival);
  }

  abstract Object await(Chain source, Arrival arrival) throws ReflectiveOperationException;

  private static Chain collected(Chain source, Arrival arrival)
      throws ReflectiveOperationException {
    return source
        .call("onErrorResumeNext", resuming(source, arrival))
        .call("toList")
        .call("map", many(arrival))
        .call("doOnDispose", cancel(arrival));
  }

  private static Object value(Chain chain) {
    Object value = chain.value();
    if (value == null) {
      throw new IllegalStateException("the library gave nothing");
    }
    return value;
  }

  private static Function<Object, @Nullable Object> one(Arrival arrival) {
    return arrival::value;
  }

  private static Function<Object, @Nullable Object> many(Arrival arrival) {
    return values -> Pieces.filtered((List<?>) values, arrival);
  }

  private static Function<Object, Object> failure(Arrival arrival) {
    return thrown -> arrival.failure((Throwable) thrown);
  }

  private static Function<Object, Object> resuming(Chain source, Arrival arrival) {
    return thrown -> {
      try {
        Throwable failure = arrival.failure((Throwable) thrown);
        return value(new Chain(source.type(), null).call("error", failure));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("RxJava's error cannot be handed on", e);
      }
    };
  }

  private static Runnable cancel(Arrival arrival) {
    return arrival::cancelled;
  }

  static @Nullable Class<?> above(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().equals(name)) {
        return each;
      }
      for (Class<?> parent : each.getInterfaces()) {
        Class<?> found = above(parent, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
