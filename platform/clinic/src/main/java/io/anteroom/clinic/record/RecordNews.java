package io.anteroom.clinic.record;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaves it to the worker to tell whoever may see an entry, some minutes after it can be seen: a slip is taken back unheard. */
@Component
public class RecordNews {

    /** The kind of that work; its reference is a {@link #ref}. */
    public static final String KIND = "record-news";

    private static final Duration TIME_FOR_SECOND_THOUGHTS = Duration.ofMinutes(3);

    private final WorkQueue queue;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordNews(WorkQueue queue, JdbcClient jdbc, Clock clock) {
        this.queue = queue;
        this.jdbc = jdbc;
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

    /**
     * Tells anew of what an account wasn't told of since a message about the entry that is withdrawn was to speak for it as well, and
     * what it has not looked at: that message is dropped if it waits, and leads to nothing to read if it went.
     */
    void tellOfTheOthers(PatientId patient, RecordId withdrawn) {
        record Untold(long entry, int edition) {}
        List<Untold> untold = jdbc.sql("""
                        delete from __tenant__.record_told t using __tenant__.record_entry e
                         where e.id = t.entry_id and e.edition = t.edition and e.patient_id = :patient and e.state = 'shared'
                           and t.told_at is null
                           and exists (select 1 from __tenant__.record_told w
                                        where w.entry_id = :withdrawn and w.account_id = t.account_id
                                          and w.told_at is not null)
                           and not exists (select 1 from __tenant__.record_visit v
                                            where v.account_id = t.account_id and v.patient_id = e.patient_id
                                              and v.last_at >= greatest(e.released_at, e.written_at))
                        returning t.entry_id, t.edition""")
                .param("patient", patient.value())
                .param("withdrawn", withdrawn.value())
                .query((row, _) -> new Untold(row.getLong("entry_id"), row.getInt("edition")))
                .list();
        untold.stream().distinct().forEach(one -> tell(new RecordId(one.entry()), one.edition(), clock.instant()));
    }
}
