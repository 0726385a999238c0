package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.access.backfill.Bulk.Span;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks through the records: reads what stands there, then says of each address and number what will become of it. */
@Component
class Planning {

    private static final int PATIENTS_AT_A_TIME = 2_000;

    private final BackfillRuns runs;
    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final Clock clock;

    Planning(BackfillRuns runs, JdbcClient jdbc, Bulk bulk, Clock clock) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** Looks at the next patients; false if there is nothing to do any more. */
    @Transactional
    public boolean next(BackfillId id) {
        var place = runs.hold(id, BackfillState.PLANNING);
        place.ifPresent(here -> {
            var patients = patients(here.last());
            if (patients.isEmpty()) {
                judge(id);
                runs.finish(id, BackfillState.PLANNED, clock.instant());
            } else {
                add(id, patients);
                runs.note(id, patients.size(), patients.getLast().id());
            }
        });
        return place.isPresent();
    }

    private List<Contact> patients(long after) {
        return jdbc.sql(
                        "select id, email, mobile from __tenant__.patient where id > :after and not merged order by id limit :most")
                .param("after", after)
                .param("most", PATIENTS_AT_A_TIME)
                .query((row, _) -> new Contact(row.getLong("id"), row.getString("email"), row.getString("mobile")))
                .list();
    }

    private void add(BackfillId id, List<Contact> patients) {
        var lines = new Lines();
        var country = CurrentTenant.get().country();
        for (var patient : patients) {
            if (patient.email() != null) {
                lines.add(
                        patient.id(),
                        "email",
                        patient.email(),
                        EmailAddress.parse(patient.email()).map(EmailAddress::value));
            }
            if (patient.mobile() != null) {
                lines.add(
                        patient.id(),
                        "mobile",
                        patient.mobile(),
                        MobileNumber.parse(patient.mobile(), country).map(MobileNumber::value));
            }
        }
        jdbc.sql("""
                        insert into __tenant__.credential_backfill_line (run_id, patient_id, channel, written, value)
                        select :run, line.patient, line.channel, line.written, line.value
                          from unnest(cast(:patients as bigint[]), cast(:channels as text[]), cast(:written as text[]),
                                      cast(:values as text[])) as line (patient, channel, written, value)""")
                .param("run", id.value())
                .param("patients", lines.patients.toArray(Long[]::new))
                .param("channels", lines.channels.toArray(String[]::new))
                .param("written", lines.written.toArray(String[]::new))
                .param("values", lines.values.toArray(String[]::new))
                .update();
    }

    /** Of lines without an outcome there are none but those of the run that is being planned. */
    private void judge(BackfillId id) {
        bulk.update(
                """
                update __tenant__.credential_backfill_line l
                   set outcome = case when l.value is null then 'unreadable'
                """ + Verdicts.HAS_ONE + """
                                      when exists (select from __tenant__.credential_backfill_line o
                                                    where o.outcome is null and o.channel = l.channel and o.value = l.value
                                                      and o.patient_id <> l.patient_id offset 0) then 'shared'
                """ + Verdicts.TAKEN + Verdicts.REMOVED + Verdicts.OPEN_TO_ANOTHER + """
                            else 'ready' end
                  from __tenant__.authentication_settings s
                 where l.run_id = :run""",
                new Span(id, 0, Long.MAX_VALUE, clock.instant()));
    }

    /** What stands on a record. */
    private record Contact(
            long id, @Nullable String email, @Nullable String mobile) {}

    /** Lines, column by column, as one statement takes them. */
    private static final class Lines {

        private final List<Long> patients = new ArrayList<>();
        private final List<String> channels = new ArrayList<>();
        private final List<String> written = new ArrayList<>();
        private final List<@Nullable String> values = new ArrayList<>();

        void add(long patient, String channel, String asWritten, Optional<String> value) {
            patients.add(patient);
            channels.add(channel);
            written.add(asWritten);
            values.add(value.orElse(null));
        }
    }
}
