package io.agenttool.guard.output;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@link Iterator} and {@link Stream}: filtered as they are read. */
final class IteratorShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.pending();
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    Pieces pieces = new Pieces(rebuilding.filter(), rebuilding.later());
    if (value instanceof Stream<?> stream) {
      Iterator<@Nullable Object> filtered = new Filtered(stream.iterator(), pieces);
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(filtered, 0), stream.isParallel())
          .onClose(stream::close);
    }
    return new Filtered((Iterator<?>) value, pieces);
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
      if (source.hasNext()) {
        return true;
      }
      if (!finished) {
        finished = true;
        rest = pieces.rest();
      }
      return rest != null;
    }

    @Override
    public @Nullable Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (!finished) {
        return pieces.next(source.next());
      }
      String last = rest;
      rest = null;
      return last;
    }
  }
}
