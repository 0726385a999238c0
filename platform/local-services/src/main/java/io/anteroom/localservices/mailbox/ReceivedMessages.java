package io.anteroom.localservices.mailbox;

import io.anteroom.localservices.mailbox.ReceivedMessage.Channel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What arrived, newest first, the oldest forgotten beyond a bound. Senders and readers are on different threads. */
final class ReceivedMessages {

    private final Deque<ReceivedMessage> newestFirst = new ArrayDeque<>();
    private final int bound;
    private final InstantSource clock;
    private long last;

    ReceivedMessages(int bound, InstantSource clock) {
        this.bound = bound;
        this.clock = clock;
    }

    synchronized ReceivedMessage add(
            Channel channel, String to, String from, String subject, String text, String html) {
        var message =
                new ReceivedMessage(Long.toString(++last), channel, to, from, subject, text, html, clock.instant());
        newestFirst.addFirst(message);
        if (newestFirst.size() > bound) {
            newestFirst.removeLast();
        }
        notifyAll();
        return message;
    }

    synchronized List<ReceivedMessage> all() {
        return List.copyOf(newestFirst);
    }

    synchronized void clear() {
        newestFirst.clear();
    }

    synchronized Optional<ReceivedMessage> await(Predicate<ReceivedMessage> wanted, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = newestFirst.stream().filter(wanted).findFirst();
            long left = deadline - System.nanoTime();
            if (found.isPresent() || left <= 0) {
                return found;
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }
}
