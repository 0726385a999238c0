package io.anteroom.testing;

import io.anteroom.tenancy.CurrentTenant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several works that begin at the same moment, each on a thread of its own, all at {@link Tenants#north()}. */
public final class AtOnce {

    private static final int SECONDS = 30;

    private AtOnce() {}

    /** What each answered, in the order given; what one of them threw fails the test. */
    public static <T> List<T> atOnce(List<Callable<T>> works) {
        var start = new CyclicBarrier(works.size());
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            var started = works.stream()
                    .map(work -> threads.submit(() -> {
                        start.await(SECONDS, TimeUnit.SECONDS);
                        return CurrentTenant.call(Tenants.north(), work::call);
                    }))
                    .toList();
            return started.stream().map(AtOnce::answer).toList();
        }
    }

    /** What both answered, {@code first}'s before {@code second}'s. */
    public static <T> List<T> atOnce(Callable<T> first, Callable<T> second) {
        return atOnce(List.of(first, second));
    }

    private static <T> T answer(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
