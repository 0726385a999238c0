package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do with work that failed: again after 2 s, 8 s, 32 s and so on, at most an hour; after twenty times it is set
 * aside where operators see it. Neither log nor table holds an exception's message, since it may quote a patient's data.
 */
final class Failures implements FailureHandler<Void> {

    static final int ATTEMPTS = 20;

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final QueueTable queue;
    private final Clock clock;
    private final WorkMetrics metrics;

    Failures(QueueTable queue, Clock clock, WorkMetrics metrics) {
        this.queue = queue;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void onFailure(ExecutionComplete run, ExecutionOperations<Void> operations) {
        Pointer pointer = Pointer.of(run.getExecution());
        int attempts = run.getExecution().consecutiveFailures + 1;
        String error = run.getCause().map(Failures::describe).orElse("unknown");
        log.warn("Work {} of tenant {} failed, attempt {}: {}", pointer.kind(), pointer.tenant(), attempts, error);
        if (attempts >= ATTEMPTS) {
            log.error("Work {} of tenant {} is given up", pointer.kind(), pointer.tenant());
            queue.bury(run.getExecution(), pointer, attempts, error, clock.instant());
            metrics.gaveUp(pointer.kind());
        } else {
            operations.reschedule(run, clock.instant().plus(pauseAfter(attempts)));
        }
    }

    static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** The classes of the exception and its causes, and where in our code each was thrown. */
    static String describe(Throwable failure) {
        StringJoiner text = new StringJoiner(" <- ");
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 8; cause = cause.getCause(), depth++) {
            text.add(cause.getClass().getName() + place(cause));
        }
        return text.toString();
    }

    private static String place(Throwable cause) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("io.anteroom.")) {
                return " at " + frame;
            }
        }
        return "";
    }
}
