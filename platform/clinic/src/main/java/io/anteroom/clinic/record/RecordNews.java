package io.anteroom.clinic.record;

import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Leaves it to the worker to tell whoever may see an entry, some minutes after it can be seen: a slip is taken back unheard. */
@Component
public class RecordNews {

    /** The kind of that work; its reference is a {@link #ref}. */
    public static final String KIND = "record-news";

    private static final Duration TIME_FOR_SECOND_THOUGHTS = Duration.ofMinutes(3);

    private final WorkQueue queue;
    private final Clock clock;

    RecordNews(WorkQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Names an edition of an entry; not the patient, since records are merged. */
    public static String ref(RecordId entry, int edition) {
        return entry + "-" + edition;
    }

    /** @param from from when on it can be seen */
    void tell(RecordId entry, int edition, Instant from) {
        Instant now = clock.instant();
        queue.add(KIND, ref(entry, edition), (from.isAfter(now) ? from : now).plus(TIME_FOR_SECOND_THOUGHTS));
    }
}
