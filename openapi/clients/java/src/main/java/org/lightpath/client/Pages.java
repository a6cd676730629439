package org.lightpath.client;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries of a list, page after page as they are asked for, along {@code Link: <...>;
 * rel="next"}. Not thread-safe.
 *
 * @param <T> an entry
 */
public final class Pages<T> implements Iterator<T> {

  private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");

  /**
   * One page.
   *
   * @param link value of the answer's header {@code Link}
   */
  public record Page<T>(List<T> entries, Optional<String> link) {}

  private final Function<URI, Page<T>> ask;
  private Optional<URI> next;
  private Iterator<T> entries = List.<T>of().iterator();

  /**
   * The list whose first page is there.
   *
   * @param ask gets one page
   */
  public Pages(URI first, Function<URI, Page<T>> ask) {
    this.next = Optional.of(first);
    this.ask = ask;
  }

  @Override
  public boolean hasNext() {
    while (!entries.hasNext() && next.isPresent()) {
      URI asked = next.get();
      Page<T> page = ask.apply(asked);
      entries = page.entries().iterator();
      next =
          page.link()
              .map(NEXT::matcher)
              .filter(Matcher::find)
              .map(found -> asked.resolve(found.group(1)));
    }
    return entries.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list has no more entries");
    }
    return entries.next();
  }
}
