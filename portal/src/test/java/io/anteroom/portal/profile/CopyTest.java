package io.anteroom.portal.profile;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.export.ExportAsked;
import io.anteroom.clinic.export.ExportId;
import io.anteroom.clinic.export.Exports;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordAudit;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordCategory;
import io.anteroom.clinic.record.RecordContent;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordSharing;
import io.anteroom.clinic.record.RecordWriting;
import io.anteroom.language.Language;
import io.anteroom.messaging.StillHolds;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ann, who sees all of her own record, and asks for a copy of it. */
class CopyTest extends SignedInFixture {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Exports exports;

    @Autowired
    Charts charts;

    @Autowired
    List<WorkHandler> workers;

    @Autowired
    List<StillHolds> conditions;

    @Autowired
    RecordWriting writing;

    @Autowired
    RecordSharing sharing;

    @Autowired
    RecordAudit audit;

    @BeforeEach
    void annSeesAll() {
        change("update __tenant__.access_grant set scope = array['bookings', 'money', 'clinical']");
        change("insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)"
                + " values (" + account + ", 'email', 'ann@example.org', now(), 'Robin', now())");
    }

    @Test
    void aCopyHoldsTheRecordAsPagesAndAsFhirAndWhoAskedIsTold() {
        sent(north(), ann, 8_450, LocalDate.of(2026, 12, 24));
        booked("<b>My</b> knee");
        sent(north(), patient(north(), "Bob"), 9_999, LocalDate.of(2026, 12, 24));
        var id = asked(ann);
        assertThat(copies("ready")).isEmpty();
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files)
                .containsOnlyKeys(
                        "index.html",
                        "about.html",
                        "appointments.html",
                        "invoices.html",
                        "access.html",
                        "style.css",
                        "fhir/bundle.json");
        assertThat(files.get("about.html")).contains("Ann Example", "ann@example.org", "27 March 1980");
        assertThat(files.get("appointments.html"))
                .contains("Physiotherapy", "&lt;b&gt;My&lt;/b&gt; knee")
                .doesNotContain("<b>My");
        assertThat(files.get("invoices.html")).contains("Invoice 1", "£84.50").doesNotContain("99.99");
        assertThat(files.get("access.html")).contains("asked for a copy of everything in the record");
        assertThat(files.values()).noneMatch(page -> page.contains("Bob"));
        var bundle = JSON.readTree(files.get("fhir/bundle.json"));
        assertThat(bundle.get("resourceType").asString()).isEqualTo("Bundle");
        assertThat(types(bundle)).containsExactly("Patient", "Appointment", "Invoice");
        var patient = bundle.get("entry").get(0);
        var invoice = bundle.get("entry").get(2).get("resource");
        assertThat(patient.get("resource").get("birthDate").asString()).isEqualTo("1980-03-27");
        assertThat(invoice.get("subject").get("reference")).isEqualTo(patient.get("fullUrl"));
        assertThat(invoice.get("totalGross").get("value").decimalValue()).isEqualByComparingTo("84.50");

        assertThat(
                        texts(
                                "select recipient || ' ' || content::text from __tenant__.message where about_kind = 'patient-export'"))
                .singleElement()
                .asString()
                .startsWith("ann@example.org ")
                .contains("/profile/copy")
                .doesNotContain("Physiotherapy");
        work("patient-export", id.toString());
        assertThat(texts("select id::text from __tenant__.message where about_kind = 'patient-export'"))
                .as("what is made again is not told again")
                .hasSize(1);
    }

    @Test
    void aWorkerThatDiedMidwayLeavesNothingOfItsOwnInTheCopy() {
        var id = asked(ann);
        change("insert into __tenant__.patient_export_piece (export_id, position, bytes) values (" + id
                + ", 0, 'torn'), (" + id + ", 1, 'torn')");
        assertThat(fetched(ann, id)).as("not to be fetched before it is whole").isFalse();

        work("patient-export", id.toString());

        assertThat(unzipped(id)).containsKey("fhir/bundle.json");
    }

    @Test
    void manyPagesOfRowsAreAllThere() {
        change(
                "insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,"
                        + " patient_id, detail) select timestamptz '2026-01-01' + n * interval '1 minute', 'staff', 'rosa', 'Rosa ' || n,"
                        + " 'record-opened', 'patient', '" + ann + "', " + ann
                        + ", '{}' from generate_series(1, 1100) n");
        var id = asked(ann);
        work("patient-export", id.toString());

        assertThat(unzipped(id).get("access.html")).contains("Rosa 1<", "Rosa 1100<");
    }

    @Test
    void ofAnEntryNothingIsToldBeforeItMayBeSeen() {
        var draft = written("Draft");
        in(north(), () -> {
            audit.read(ann, draft, STAFF);
            return draft;
        });
        var withdrawn = written("Withdrawn");
        in(north(), () -> sharing.share(ann, withdrawn, 0, STAFF));
        in(north(), () -> sharing.withdraw(ann, withdrawn, "Mistaken", STAFF));
        var waiting = written("Waiting");
        in(north(), () -> sharing.share(ann, waiting, 0, STAFF));
        in(north(), () -> {
            audit.read(ann, waiting, STAFF);
            return waiting;
        });
        var before = asked(ann);
        work("patient-export", before.toString());
        assertThat(unzipped(before).get("access.html")).doesNotContain("an entry of the clinical record");

        in(north(), () -> sharing.release(ann, waiting, 1, STAFF));
        clock.advance(Duration.ofMinutes(1));
        var after = asked(ann);
        work("patient-export", after.toString());
        assertThat(unzipped(after).get("access.html"))
                .contains("released an entry of the clinical record", "read an entry of the clinical record")
                .doesNotContain("wrote an entry", "shared an entry", "withdrew an entry");
    }

    @Test
    void afterAWeekItIsGoneForGood() {
        var id = asked(ann);
        work("patient-export", id.toString());
        clock.advance(Duration.ofDays(6));
        work("patient-export-expiry", id.toString());
        assertThat(fetched(ann, id)).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(fetched(ann, id)).as("whether or not the worker came").isFalse();

        work("patient-export-expiry", id.toString());

        assertThat(texts("select count(*)::text from __tenant__.patient_export_piece"))
                .containsExactly("0");
        assertThat(copies("gone")).hasSize(1);
    }

    @Test
    void oneIsMadeAtATimeAndANewOneTakesThePlaceOfTheLast() {
        var first = asked(ann);
        assertThat(asked(ann)).as("a second click").isEqualTo(first);
        work("patient-export", first.toString());
        var second = asked(ann);

        assertThat(second).isNotEqualTo(first);
        assertThat(fetched(ann, first)).isFalse();
        assertThat(copies("asked")).containsExactly(second.toString());
    }

    @Test
    void whoIsNotThePatientMustSeeAllOfItAsAParentAndGetsNoContactDetails() {
        var cleo = patient(north(), "Cleo");
        grant(account, cleo, "full", "bookings,money,clinical");
        var id = asked(cleo);
        work("patient-export", id.toString());
        assertThat(unzipped(cleo, id).get("about.html"))
                .contains("Cleo Example", "own copy only")
                .doesNotContain("cleo@example.org");
        assertThat(unzipped(cleo, id).get("access.html")).doesNotContain("Since");

        for (var less : List.of(
                "scope = array['bookings', 'clinical']",
                "level = 'limited'",
                "relationship = 'carer'",
                "limited_from = timestamptz '2026-01-01'")) {
            change("update __tenant__.access_grant set relationship = 'parent', level = 'full', limited_from = null,"
                    + " scope = array['bookings', 'money', 'clinical'] where patient_id = " + cleo);
            change("update __tenant__.access_grant set " + less + " where patient_id = " + cleo);
            assertThat(ask(cleo)).as(less).isEqualTo(new ExportAsked.NotAllowed());
            assertThat(fetched(cleo, id)).as(less).isFalse();
        }
    }

    @Test
    void threeAreMadeADayAndThoseThatAreGoneCount() {
        ExportId last = asked(ann);
        work("patient-export", last.toString());
        for (int i = 2; i <= 3; i++) {
            last = asked(ann);
            work("patient-export", last.toString());
        }

        assertThat(ask(ann)).isEqualTo(new ExportAsked.TooMany());
        assertThat(fetched(ann, last)).as("the last stays").isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(ask(ann)).isInstanceOf(ExportAsked.Asked.class);
    }

    @Test
    void theOneMadeForThePatientIsNotForAParentWhoWasTakenForThePatient() {
        var id = asked(ann);
        work("patient-export", id.toString());
        assertThat(fetched(ann, id)).isTrue();
        assertThat(newsHolds(id)).isTrue();

        change("update __tenant__.access_grant set relationship = 'parent'");

        assertThat(fetched(ann, id)).isFalse();
        assertThat(newsHolds(id)).isFalse();
        assertThat(in(north(), () -> exports.last(elevated(account, ann).chart())))
                .isEmpty();
        var another = asked(ann);
        work("patient-export", another.toString());
        assertThat(unzipped(another).get("about.html")).doesNotContain("ann@example.org");
        assertThat(newsHolds(another)).isTrue();
    }

    @Test
    void thatItIsReadyIsNotToldOnceTheAccessHasEndedOrItIsGoneOrTheSectionIsOff() {
        var id = asked(ann);
        assertThat(newsHolds(id)).as("not ready").isFalse();
        work("patient-export", id.toString());
        assertThat(newsHolds(id)).isTrue();

        change("update __tenant__.access_grant set scope = array['bookings', 'money']");
        assertThat(newsHolds(id)).as("less access").isFalse();
        change("update __tenant__.access_grant set scope = array['bookings', 'money', 'clinical']");
        publish("", "", false);
        assertThat(newsHolds(id)).as("the section is off").isFalse();
        publish("", "", true);
        assertThat(newsHolds(id)).isTrue();
        change(
                "update __tenant__.access_grant set ended_at = now(), ended_because = 'ended-by-staff', ended_by = 'Rosa'");
        assertThat(newsHolds(id)).as("ended").isFalse();
    }

    @Test
    void nobodyElseFetchesItNorDoesTheOtherClinic() {
        var id = asked(ann);
        work("patient-export", id.toString());
        var bob = patient(north(), "Bob");
        long bobs = account(north(), bob);
        change("update __tenant__.access_grant set scope = array['bookings', 'money', 'clinical']");

        assertThat(fetched(north(), bobs, bob, id)).isFalse();
        grant(bobs, ann, "full", "bookings,money,clinical");
        assertThat(fetched(north(), bobs, ann, id))
                .as("a parent's own is another")
                .isFalse();
        var yuki = patient(south(), "Yuki");
        account(south(), yuki);
        in(
                south(),
                () -> data.sql("update __tenant__.access_grant set scope = array['bookings', 'money', 'clinical']")
                        .update());
        assertThat(fetched(south(), account, yuki, id)).isFalse();
        assertThat(texts("select action from __tenant__.audit_entry where action = 'record-export-fetched'"))
                .isEmpty();
        assertThat(fetched(ann, id)).isTrue();
        assertThat(texts("select action from __tenant__.audit_entry where action = 'record-export-fetched'"))
                .hasSize(1);
    }

    private RecordId written(String title) {
        var content = new RecordContent(
                RecordCategory.LABORATORY,
                title,
                LocalDate.of(2026, 11, 20),
                new RecordBody.Result(List.of(), "A little low"));
        var answer = in(north(), () -> writing.write(ann, RecordKind.RESULT, content, UUID.randomUUID(), STAFF));
        assertThat(answer).isInstanceOf(RecordAnswer.Done.class);
        return ((RecordAnswer.Done) answer).id();
    }

    private boolean newsHolds(ExportId id) {
        var condition = conditions.stream()
                .filter(one -> one.kind().equals("patient-export"))
                .findFirst()
                .orElseThrow();
        return in(north(), () -> condition.holds(id.toString()));
    }

    private Object ask(PatientId patient) {
        return in(north(), () -> exports.ask(elevated(account, patient), Language.ENGLISH));
    }

    private ExportId asked(PatientId patient) {
        return ((ExportAsked.Asked) ask(patient)).id();
    }

    private ElevatedChart elevated(long by, PatientId patient) {
        var until = clock.instant().plus(Duration.ofMinutes(30));
        return ElevatedChart.of(
                        charts.visibleTo(new Viewer(new AccountId(by), new SessionId(1), until, patient, until)))
                .orElseThrow();
    }

    private boolean fetched(PatientId patient, ExportId id) {
        return fetched(north(), account, patient, id);
    }

    private boolean fetched(Tenant clinic, long by, PatientId patient, ExportId id) {
        return in(clinic, () -> exports.fetch(elevated(by, patient), id).isPresent());
    }

    private Map<String, String> unzipped(ExportId id) {
        return unzipped(ann, id);
    }

    private Map<String, String> unzipped(PatientId patient, ExportId id) {
        var export =
                in(north(), () -> exports.fetch(elevated(account, patient), id).orElseThrow());
        return CurrentTenant.call(north(), () -> {
            var bytes = new ByteArrayOutputStream();
            try {
                exports.copy(export, bytes);
                assertThat(export.ready()).isNotNull();
                assertThat((long) bytes.size()).isEqualTo(export.ready().size());
                Map<String, String> files = new TreeMap<>();
                try (var zip =
                        new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()), StandardCharsets.UTF_8)) {
                    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
                return files;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> types(JsonNode bundle) {
        return bundle.get("entry")
                .valueStream()
                .map(entry -> entry.get("resource").get("resourceType").asString())
                .toList();
    }

    private void work(String kind, String ref) {
        var worker = workers.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        CurrentTenant.run(north(), () -> {
            try {
                worker.handle(ref);
            } catch (Exception e) {
                throw new AssertionError("The worker failed", e);
            }
        });
    }

    private void booked(String note) {
        change("insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)"
                + " values ('High Street', '1 High Street', 'N1 1AA', 'London', 'GB', 'Europe/London', 1, 0)");
        change("insert into __tenant__.service (name, description, preparation, minutes, position, version)"
                + " values ('Physiotherapy', '', '', 30, 1, 0)");
        change("insert into __tenant__.practitioner (name, title, about, position, version)"
                + " values ('Pia Hands', 'Physiotherapist', '', 1, 0)");
        change(
                "insert into __tenant__.appointment (reference, attempt, service_id, practitioner_id, location_id, patient_id,"
                        + " state, starts_at, ends_at, occupied, rules, note, created_at, created_by_kind, created_by, booked_at, version)"
                        + " select repeat('a', 16), gen_random_uuid(), 1, 1, 1, " + ann
                        + ", 'booked', at, at + interval '30 minutes',"
                        + " tstzrange(at, at + interval '30 minutes'), jsonb_build_object('service', 'Physiotherapy', 'minutes', 30,"
                        + " 'cancelUntilMinutes', 60, 'zone', 'Europe/London'), '" + note
                        + "', at, 'staff', 'Robin', at, 0"
                        + " from (select timestamptz '2026-12-10T09:00Z' as at) day");
    }

    private List<String> copies(String state) {
        return texts("select id::text from __tenant__.patient_export where state = '" + state + "'");
    }

    private List<String> texts(String query) {
        return in(north(), () -> data.sql(query).query(String.class).list());
    }

    private void change(String sql) {
        in(north(), () -> data.sql(sql).update());
    }
}
