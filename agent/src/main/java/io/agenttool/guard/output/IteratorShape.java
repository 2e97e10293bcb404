package io.agenttool.guard.output;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@link Iterator}, {@link Stream} and what hands out the former: filtered as they are read. */
final class IteratorShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.pending();
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    Supplier<Consumption> later = rebuilding.later();
    if (value instanceof Iterable<?> source) {
      return (Iterable<@Nullable Object>)
          () -> new Filtered(source.iterator(), new Pieces(later.get()));
    }
    Consumption consumption = later.get();
    if (value instanceof Stream<?> stream) {
      Pieces pieces = new Pieces(consumption);
      // not before it is read: where the filtered one is not used, the stream itself still can be
      Supplier<Filtered> filtered = () -> new Filtered(stream.iterator(), pieces);
      return StreamSupport.stream(
              () -> Spliterators.spliteratorUnknownSize(filtered.get(), 0), 0, stream.isParallel())
          .onClose(stream::close)
          .onClose(pieces::stop);
    }
    return new Filtered((Iterator<?>) value, new Pieces(consumption));
  }

  private static final class Filtered implements Iterator<@Nullable Object> {
    private final Iterator<?> source;
    private final Pieces pieces;
    private @Nullable String rest;
    private boolean finished;

    Filtered(Iterator<?> source, Pieces pieces) {
      this.source = source;
      this.pieces = pieces;
    }

    @Override
    public boolean hasNext() {
      if (!finished && Reading.of(pieces, source::hasNext)) {
        return true;
      }
      if (!finished) {
        rest = pieces.rest();
        finished = true;
      }
      return rest != null;
    }

    @Override
    public @Nullable Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (!finished) {
        Object element = Reading.of(pieces, source::next);
        return pieces.next(element);
      }
      String last = rest;
      rest = null;
      return last;
    }
  }
}
