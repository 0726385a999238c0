package io.anteroom.clinic.scheduling.slot;

import static io.anteroom.clinic.scheduling.appointment.Practice.MONDAY;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.testing.Plan;
import io.anteroom.testing.StatementCount;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class SlotsTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Slots slots;

    @Autowired
    StatementCount statements;

    @Test
    void aDayOfTwentyPractitionersTakesFourStatementsWhateverTheirPast() {
        inNorth(() -> {
            var location = practice.location();
            var service = practice.service(location);
            for (int i = 0; i < 20; i++) {
                practice.practitioner("P" + i, service, location);
            }
            clinic.run("update __tenant__.service set needs_room = true");
            clinic.run(
                    "insert into __tenant__.room (location_id, name) select %s, 'R' || i from generate_series(1, 25) i"
                            .formatted(location));
            clinic.run("""
                    insert into __tenant__.appointment
                        (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied, rules,
                         created_at, created_by_kind, created_by, booked_at, version)
                    select translate(substr(md5(p.id || ' ' || n), 1, 16), '0189', 'wxyz'), gen_random_uuid(), %1$s, p.id, %2$s,
                           'completed', at, at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'), '{}', at,
                           'staff', 'Rosa', at, 0
                      from __tenant__.practitioner p, generate_series(1, 200) n,
                           lateral (select timestamptz '2026-11-23T09:00Z' - n * interval '1 day' as at) past""".formatted(service, location));
            clinic.run("""
                    insert into __tenant__.blocked_time (practitioner_id, starts_at, ends_at, reason, created_at, created_by, version)
                    select id, '2026-11-23T09:00Z', '2026-11-23T16:30Z', '', now(), 'Rosa', 0 from __tenant__.practitioner""");
            statements.reset();

            var found = slots.find(SlotQuery.ofPatient(service, MONDAY, 1)).orElseThrow();

            assertThat(statements.statements()).hasSizeLessThanOrEqualTo(4);
            assertThat(found.practitioners()).hasSize(20);
            assertThat(found.times()).hasSize(20).allMatch(time -> time.start().equals(at("16:30")));
        });
    }

    /**
     * PostgreSQL counts what it reads of a table within a transaction. No-shows take no part in the exclusion constraints,
     * which makes two hundred thousand of them quick to write; they are in the index that days are looked up by.
     */
    @Test
    void ofTwoHundredThousandPastAppointmentsADayOfTwentyPractitionersReadsNone() {
        inNorth(() -> {
            var location = practice.location();
            var service = practice.service(location);
            for (int i = 0; i < 20; i++) {
                practice.practitioner("P" + i, service, location);
            }
            clinic.run("""
                    insert into __tenant__.appointment
                        (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied, rules,
                         created_at, created_by_kind, created_by, booked_at, version)
                    select translate(lpad(cast(p.id * 10000 + n as text), 16, '0'), '0123456789', 'abcdefghij'),
                           cast(lpad(to_hex(p.id * 10000 + n), 32, '0') as uuid), %1$s, p.id, %2$s, 'no_show', at, at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'), '{}', at,
                           'staff', 'Rosa', at, 0
                      from __tenant__.practitioner p, generate_series(1, 10000) n,
                           lateral (select timestamptz '2026-11-20T17:00Z' - n * interval '30 minutes' as at) past""".formatted(service, location));
            clinic.run("""
                    insert into __tenant__.appointment
                        (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied, rules,
                         created_at, created_by_kind, created_by, booked_at, version)
                    select translate(substr(md5('day' || p.id || ' ' || n), 1, 16), '0189', 'wxyz'), gen_random_uuid(), %1$s, p.id,
                           %2$s, 'booked', at, at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'), '{}', at,
                           'staff', 'Rosa', at, 0
                      from __tenant__.practitioner p, generate_series(0, 9) n,
                           lateral (select timestamptz '2026-11-23T09:00Z' + n * interval '30 minutes' as at) day""".formatted(service, location));
            Plan.analyze("appointment");
            statements.reset();

            clinic.inTransaction(() -> {
                var found = slots.find(SlotQuery.ofPatient(service, MONDAY, 1)).orElseThrow();
                assertThat(found.times())
                        .hasSize(20 * 11)
                        .allMatch(time -> !time.start().isBefore(at("14:00")));
                assertThat(statements.statements()).hasSizeLessThanOrEqualTo(4);
                assertThat(read("seq_tup_read"))
                        .as("rows read by going through the table")
                        .isZero();
                assertThat(read("idx_tup_fetch")).as("rows read by the index").isBetween(200L, 400L);
                return found;
            });
        });
    }

    @Test
    void ofTheDayBeforeOnlyWhatReachesIntoTheDayCounts() {
        inNorth(() -> {
            var location = practice.location();
            var service = practice.service(location);
            var pia = practice.practitioner("Pia", service, location);
            clinic.run("""
                    insert into __tenant__.appointment
                        (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied, rules,
                         created_at, created_by_kind, created_by, booked_at, version)
                    select translate(substr(md5(cast(n as text)), 1, 16), '0189', 'wxyz'), gen_random_uuid(), %1$s, %2$s, %3$s,
                           'booked', at, until, tstzrange(at, until), '{}', at, 'staff', 'Rosa', at, 0
                      from (values (1, timestamptz '2026-11-22T15:00Z', timestamptz '2026-11-22T16:00Z'),
                                   (2, timestamptz '2026-11-22T23:30Z', timestamptz '2026-11-23T09:10Z')) long(n, at, until)""".formatted(service, pia, location));

            var found = slots.find(SlotQuery.ofPatient(service, MONDAY, 1)).orElseThrow();

            assertThat(found.times().getFirst().start()).isEqualTo(at("09:15"));
            assertThat(found.load()).containsExactly(Map.entry(pia, 1));
        });
    }

    private long read(String counter) {
        return clinic.sql("""
                select %s from pg_stat_xact_all_tables
                 where relid = to_regclass('__tenant__.appointment')""".formatted(counter));
    }

    @Test
    void whatTheClinicHasSetUpIsWhatIsOffered() {
        inNorth(() -> {
            var location = practice.location();
            var service = practice.service(location);
            var pia = practice.practitioner("Pia", service, location);
            assertThat(slots.online()).extracting(BookableService::id).containsExactly(service);
            clinic.run("insert into __tenant__.holiday (location_id, day, name) values (null, '2026-11-24', 'Fair')");
            clinic.run("""
                    insert into __tenant__.hours_exception (practitioner_id, location_id, day, from_time, until_time, works, reason)
                    values (%1$s, null, '2026-11-25', null, null, false, 'Course'),
                           (%1$s, null, '2026-11-26', '09:00', '16:00', false, 'Course'),
                           (%1$s, %2$s, '2026-11-24', '18:00', '18:30', true, 'Late')""".formatted(pia, location));

            var found = slots.find(SlotQuery.ofPatient(service, MONDAY.plusDays(1), 3)
                            .by(pia)
                            .at(location))
                    .orElseThrow();

            assertThat(found.times())
                    .extracting(time -> time.local().toLocalDateTime().toString())
                    .containsExactly("2026-11-24T18:00", "2026-11-26T16:00", "2026-11-26T16:15", "2026-11-26T16:30");
            clinic.run("update __tenant__.practitioner set ended_at = now()");
            assertThat(slots.online()).isEmpty();
            assertThat(slots.find(SlotQuery.ofPatient(service, MONDAY, 3))
                            .orElseThrow()
                            .times())
                    .isEmpty();
        });
    }
}
