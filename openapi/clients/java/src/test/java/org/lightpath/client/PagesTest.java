package org.lightpath.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PagesTest {

  private static final URI FIRST = URI.create("http://hub/jobs?limit=2");

  private final List<String> asked = new ArrayList<>();
  private final Map<String, Pages.Page<Integer>> served =
      Map.of(
          "/jobs?limit=2",
          new Pages.Page<>(List.of(1, 2), Optional.of("</jobs?limit=2&cursor=b>; rel=\"next\"")),
          "/jobs?limit=2&cursor=b",
          new Pages.Page<>(List.of(), Optional.of("</jobs?limit=2&cursor=c>; rel=\"next\"")),
          "/jobs?limit=2&cursor=c",
          new Pages.Page<>(List.of(3), Optional.of("</jobs>; rel=\"first\"")));

  private final Pages<Integer> pages = new Pages<>(FIRST, this::serve);

  private Pages.Page<Integer> serve(URI page) {
    asked.add(page.getQuery());
    return served.get(page.getPath() + "?" + page.getQuery());
  }

  @Test
  void entriesOfAllPagesComeInOrderAlsoPastAnEmptyOne() {
    List<Integer> seen = new ArrayList<>();
    pages.forEachRemaining(seen::add);
    assertEquals(List.of(1, 2, 3), seen);
    assertEquals(List.of("limit=2", "limit=2&cursor=b", "limit=2&cursor=c"), asked);
  }

  @Test
  void aPageIsAskedForWhenItsEntriesAreNeeded() {
    assertEquals(1, pages.next());
    assertEquals(2, pages.next());
    assertEquals(List.of("limit=2"), asked);
  }

  @Test
  void afterTheLastEntryThereIsNone() {
    pages.forEachRemaining(entry -> {});
    assertFalse(pages.hasNext());
    assertThrows(NoSuchElementException.class, pages::next);
  }
}
