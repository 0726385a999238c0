package io.anteroom.clinic.access.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.patient.PatientId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records of patients, and what staff and the worker do with them, at the clinic that is bound. */
@Component
class Backfills {

    private final Clinic clinic;
    private final Backfill backfill;
    private final BackfillWork work;
    private final JdbcClient jdbc;

    Backfills(Clinic clinic, Backfill backfill, BackfillWork work, JdbcClient jdbc) {
        this.clinic = clinic;
        this.backfill = backfill;
        this.work = work;
        this.jdbc = jdbc;
    }

    /** Looks through the records, and says what would become of them. */
    BackfillCounts plan() {
        var id = backfill.begin(Clinic.ROSA);
        work.handle(id.toString());
        assertThat(backfill.find(id).orElseThrow().state()).isEqualTo(BackfillState.PLANNED);
        return backfill.counts(id);
    }

    /** Carries out what was planned last. */
    BackfillId run() {
        var id = latest();
        assertThat(backfill.start(id, Clinic.ROSA)).isTrue();
        assertThat(backfill.start(id, Clinic.ROSA))
                .as("asked twice it happens once")
                .isTrue();
        work.handle(id.toString());
        assertThat(backfill.find(id).orElseThrow().state()).isEqualTo(BackfillState.DONE);
        return id;
    }

    BackfillId latest() {
        return new BackfillId(clinic.sql("select max(id) from __tenant__.credential_backfill"));
    }

    List<String> lines(BackfillOutcome outcome) {
        return backfill.lines(latest(), outcome, 50, 0).stream()
                .map(line -> line.listedName() + " " + line.written())
                .toList();
    }

    List<String> credentials() {
        return clinic.texts("""
                select p.given_name || ' ' || c.channel || ' ' || c.value from __tenant__.credential c
                  join __tenant__.access_grant g on g.account_id = c.account_id and g.ended_at is null
                  join __tenant__.patient p on p.id = g.patient_id order by 1""");
    }

    PatientId patient(String given, String born, @Nullable String email, @Nullable String mobile) {
        return clinic.inTransaction(() -> jdbc.sql("""
                        insert into __tenant__.patient (version, given_name, family_name, birth_date, email, mobile, family_key,
                               given_key, search, created_at, changed_at, changed_by)
                        values (0, :given, 'Lee', cast(:born as date), :email, :mobile, 'lee', lower(:given), '', now(), now(), 'test')
                        returning id""")
                .param("given", given)
                .param("born", born)
                .param("email", email)
                .param("mobile", mobile)
                .query((row, number) -> new PatientId(row.getLong("id")))
                .single());
    }
}
