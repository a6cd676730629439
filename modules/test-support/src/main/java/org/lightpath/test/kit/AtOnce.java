package org.lightpath.test.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that begin together, for races. */
public final class AtOnce {

  private static final int LIMIT_SECONDS = 60;

  private AtOnce() {}

  /**
   * What {@code threads} threads give, each doing the work that {@code work} makes for its number;
   * rethrows the first failure.
   */
  public static <T> List<T> results(int threads, IntFunction<Callable<T>> work) throws Exception {
    CountDownLatch begin = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<T> mine = work.apply(i);
        futures.add(
            pool.submit(
                () -> {
                  begin.await();
                  return mine.call();
                }));
      }
      begin.countDown();
      return all(futures);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> List<T> all(List<Future<T>> futures)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get(LIMIT_SECONDS, TimeUnit.SECONDS));
    }
    return results;
  }
}
