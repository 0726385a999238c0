package io.anteroom.clinic.access.family;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.AgesMoved;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of changes that come with a patient's age: 60, 30 and 7 days before, once each. Whoever's access begins within
 * that time is told at once, of the nearest of the three. It is looked at when the next is due and not before, so a clinic
 * without a rule of ages costs nothing.
 */
@Component
class AgeNotices {

    static final String KIND = "age-notices";

    private static final String REF = "next";
    private static final int MOST_AT_ONCE = 200;

    private static final String CHANGES = ConcernedGrants.TABLES + """
              cross join lateral (values ('limited', g.limited_from), ('over', g.ends_by_age)) c (change, comes_at)
            """;

    /** Which of them are to come. One of a grant that ends earlier is none. */
    private static final String TO_COME = """
             where g.ended_at is null and (g.limited_from is not null or g.ends_by_age is not null)
               and c.comes_at > :now and (g.expires_at is null or g.expires_at > c.comes_at)
               and (c.change = 'over' or g.level = 'full')
            """;

    /** Which of the three a change is within by now. */
    private static final String WITHIN = """
            case when c.comes_at <= :now + make_interval(hours => 7 * 24) then 7
                 when c.comes_at <= :now + make_interval(hours => 30 * 24) then 30 else 60 end
            """;

    private static final String UNTOLD = CHANGES + TO_COME + """
             and c.comes_at <= :now + make_interval(hours => 60 * 24) and not exists (
                 select 1 from __tenant__.age_notice n
                  where n.account_id = g.account_id and n.patient_id = g.patient_id and n.change = c.change
                    and n.comes_at = c.comes_at and n.days_before =
            """ + WITHIN + ")";

    private final JdbcClient jdbc;
    private final AgeNoticeMail mail;
    private final WorkQueue work;
    private final Clock clock;

    AgeNotices(JdbcClient jdbc, AgeNoticeMail mail, WorkQueue work, Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.work = work;
        this.clock = clock;
    }

    /** Sees to it that the next is looked at when it is due. */
    private void lookLater() {
        lookLater("", Map.of());
    }

    /** The same of one access alone, since what is planned for the others stands: the earlier time counts. */
    private void lookLater(AccountId account, PatientId patient) {
        lookLater(
                " and g.account_id = :account and g.patient_id = :patient",
                Map.of("account", account.value(), "patient", patient.value()));
    }

    private void lookLater(String which, Map<String, ?> parameters) {
        jdbc.sql("select case when exists (select 1 " + UNTOLD + which
                        + ") then :now else (select min(c.comes_at - make_interval(hours => 24 * d.days)) "
                        + CHANGES + " cross join (values (60), (30), (7)) d (days)" + TO_COME + which
                        + " and c.comes_at - make_interval(hours => 24 * d.days) > :now) end as due")
                .param("now", sql(clock.instant()))
                .params(parameters)
                .query((row, _) -> Optional.ofNullable(instantOrNull(row, "due")))
                .single()
                .ifPresent(due -> work.add(KIND, REF, due));
    }

    /** Tells of what is due, and sees to it that the next is looked at in its time. */
    @Transactional
    void tell() {
        var now = clock.instant();
        jdbc
                .sql("select " + ConcernedGrants.COLUMNS + ", c.change, c.comes_at, " + WITHIN + " as days_before "
                        + UNTOLD + " order by c.comes_at, g.id limit " + MOST_AT_ONCE)
                .param("now", sql(now))
                .query(AgeNotice::of)
                .list()
                .stream()
                .filter(notice -> note(notice, now))
                .forEach(mail::send);
        lookLater();
    }

    @EventListener
    void widened(AccessWidened event) {
        if (event.after().relationship() == Relationship.PARENT) {
            lookLater(event.account(), event.patient());
        }
    }

    @EventListener
    void moved(AgesMoved event) {
        lookLater();
    }

    private boolean note(AgeNotice notice, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.age_notice (account_id, patient_id, change, comes_at, days_before, told_at)
                        values (:account, :patient, :change, :at, :days, :now) on conflict do nothing""")
                        .param("account", notice.grant().account().value())
                        .param("patient", notice.grant().patient().value())
                        .param("change", notice.change().stored())
                        .param("at", sql(notice.at()))
                        .param("days", notice.daysBefore())
                        .param("now", sql(now))
                        .update()
                == 1;
    }

    /** Does it when its time has come. */
    @Component
    static class Telling implements WorkHandler {

        private final AgeNotices notices;

        Telling(AgeNotices notices) {
            this.notices = notices;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void handle(String ref) {
            notices.tell();
        }
    }
}
