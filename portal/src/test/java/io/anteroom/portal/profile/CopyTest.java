package io.anteroom.portal.profile;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.export.ExportAsked;
import io.anteroom.clinic.export.ExportId;
import io.anteroom.clinic.export.Exports;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Taking;
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
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Publishing;
import io.anteroom.clinic.settings.Section;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
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

    @Autowired
    Files files;

    @BeforeEach
    void annSeesAll() {
        change("update __tenant__.access_grant set scope = array['bookings', 'money', 'clinical']");
        change("insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)"
                + " values (" + account + ", 'email', 'ann@example.org', now(), 'Robin', now())");
    }

    @Test
    void aCopyHoldsTheRecordAsPagesAndAsFhirAndWhoAskedIsTold() {
        var invoiceId = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 24));
        change(
                "insert into __tenant__.payment_plan (invoice_id, token, state, currency, offered_at, offered_by, changed_at)"
                        + " values (" + invoiceId + ", gen_random_uuid(), 'offered', 'GBP', now(), 'Robin', now())");
        change("insert into __tenant__.payment_plan_instalment (plan_id, number, due_on, amount_minor, state, next_at)"
                + " select id, 1, date '2026-12-30', 4225, 'due', now() from __tenant__.payment_plan");
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
                        "records.html",
                        "forms.html",
                        "documents.html",
                        "waitlist.html",
                        "changes.html",
                        "messages.html",
                        "access.html",
                        "style.css",
                        "fhir/bundle.json");
        assertThat(files.get("about.html")).contains("Ann Example", "ann@example.org", "27 March 1980");
        assertThat(files.get("appointments.html"))
                .contains("Physiotherapy", "&lt;b&gt;My&lt;/b&gt; knee")
                .doesNotContain("<b>My");
        assertThat(files.get("invoices.html"))
                .contains("Invoice 1", "£84.50", "Instalment on 30 December 2026: £42.25, still to come")
                .doesNotContain("99.99");
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
    void releasedRecordsAnswersAndOwnDocumentsAreInItToReadAndAsFhirAndNothingElse() {
        var shared = written("Ferritin");
        in(north(), () -> sharing.share(ann, shared, 0, STAFF));
        in(north(), () -> sharing.release(ann, shared, 1, STAFF));
        written("Still a draft");
        var waiting = written("Not reviewed");
        in(north(), () -> sharing.share(ann, waiting, 0, STAFF));
        sentDocument(account, "My letter.txt", "What I brought");
        answered("Better");
        clock.advance(Duration.ofMinutes(1));
        var id = asked(ann);
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files.get("records.html"))
                .contains("Ferritin", "A little low")
                .doesNotContain("Still a draft", "Not reviewed");
        assertThat(files.get("forms.html")).contains("Knee", "How is it?", "Better");
        assertThat(files.get("documents.html")).contains("My letter.txt", "Secret note", "My%20letter.txt");
        assertThat(files)
                .hasEntrySatisfying(
                        files.keySet().stream()
                                .filter(name -> name.startsWith("files/"))
                                .findFirst()
                                .orElseThrow(),
                        content -> assertThat(content).isEqualTo("What I brought"));
        assertThat(files.get("fhir/bundle.json")).doesNotContain("Still a draft", "Not reviewed");
        assertThat(types(JSON.readTree(files.get("fhir/bundle.json"))))
                .contains("DiagnosticReport", "Questionnaire", "QuestionnaireResponse", "DocumentReference");
    }

    @Test
    void whereThePortalOffersNoClinicalRecordsThereAreNoneInItEither() {
        var shared = written("Ferritin");
        in(north(), () -> sharing.share(ann, shared, 0, STAFF));
        in(north(), () -> sharing.release(ann, shared, 1, STAFF));
        clock.advance(Duration.ofMinutes(1));
        PortalDesign plain = PortalDesign.plain("North Clinic");
        CurrentTenant.run(
                north(),
                () -> assertThat(setup.publish(
                                STAFF,
                                new PortalDesign(
                                        "North Clinic",
                                        plain.main(),
                                        plain.accent(),
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        null,
                                        Set.of(Section.PROFILE))))
                        .isInstanceOf(Publishing.Published.class));
        var id = asked(ann);
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files).doesNotContainKey("records.html");
        assertThat(files.values()).noneMatch(page -> page.contains("Ferritin"));
    }

    @Test
    void itIsKeptSealedAsAFileOfTheClinicAndGoesWithTheWork() {
        var id = asked(ann);
        work("patient-export", id.toString());
        assertThat(texts("select encode(substring(sealed from 1 for 4), 'hex') from __tenant__.file_chunk"))
                .as("a ZIP would begin with PK")
                .hasSize(1)
                .noneMatch(head -> head.startsWith("504b0304"));
        assertThat(texts("select media_type from __tenant__.file where claimed_at is not null"))
                .containsExactly("application/zip");
        assertThat(texts("select count(*)::text from __tenant__.patient_export_piece"))
                .containsExactly("0");

        clock.advance(Duration.ofDays(7));
        work("patient-export-expiry", id.toString());
        var file = texts("select id::text from __tenant__.file").getFirst();
        work("file-removal", file);

        assertThat(texts("select count(*)::text from __tenant__.file")).containsExactly("0");
        assertThat(texts("select count(*)::text from __tenant__.file_chunk")).containsExactly("0");
    }

    @Test
    void whatAWorkerThatDiedMidwayHadMadeIsNobodysAndTheNextBeginsAnew() {
        var id = asked(ann);
        assertThat(fetched(ann, id)).as("not to be fetched before it is made").isFalse();
        work("patient-export", id.toString());
        change("update __tenant__.patient_export set state = 'asked', made_at = null, expires_at = null, size = null,"
                + " file_id = null");
        assertThat(fetched(ann, id)).isFalse();

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

        assertThat(texts("select id::text from __tenant__.file where released_at is null"))
                .isEmpty();
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
    void aParentsHoldsNoContactDetailsAndNobodyElsesAccessAndEndsWithWhatItHolds() {
        var cleo = patient(north(), "Cleo");
        account(north(), cleo);
        grant(account, cleo, "full", "bookings,money,clinical");
        change(
                "insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,"
                        + " patient_id, detail) values (now(), 'patient', '77', 'Dora Other', 'record-opened', 'patient', '"
                        + cleo + "', " + cleo + ", '{}')");
        var id = asked(cleo);
        work("patient-export", id.toString());
        var files = unzipped(cleo, id);
        assertThat(files.get("about.html"))
                .contains("Cleo Example", "own copy only")
                .doesNotContain("cleo@example.org");
        assertThat(files.get("access.html")).contains("Ann Example").doesNotContain("Dora Other", "<td>Cleo Example");

        for (var less : List.of(
                "scope = array['bookings', 'clinical']",
                "level = 'limited'",
                "relationship = 'carer'",
                "limited_from = timestamptz '2026-01-01'")) {
            change("update __tenant__.access_grant set relationship = 'parent', level = 'full', limited_from = null,"
                    + " scope = array['bookings', 'money', 'clinical'] where account_id = " + account
                    + " and patient_id = "
                    + cleo);
            assertThat(newsHolds(id)).isTrue();
            change("update __tenant__.access_grant set " + less + " where account_id = " + account
                    + " and patient_id = " + cleo);
            assertThat(fetched(cleo, id)).as(less).isFalse();
            assertThat(newsHolds(id)).as(less).isFalse();
        }
    }

    @Test
    void withoutClinicalRecordsInItNothingIsUnlockedAndWithThemItIs() {
        assertThat(in(north(), () -> exports.ask(locked(account, ann), Language.ENGLISH)))
                .isEqualTo(new ExportAsked.Locked());
        var all = asked(ann);
        work("patient-export", all.toString());
        assertThat(in(north(), () -> exports.fetch(locked(account, ann), all))).isEmpty();

        change("update __tenant__.access_grant set scope = array['bookings', 'money']");
        assertThat(fetched(ann, all)).as("it holds more than may be seen now").isFalse();
        var shared = written("Blood");
        in(north(), () -> sharing.share(ann, shared, 0, STAFF));
        in(north(), () -> sharing.release(ann, shared, 1, STAFF));
        var some = in(north(), () -> exports.ask(locked(account, ann), Language.ENGLISH));
        assertThat(some).isInstanceOf(ExportAsked.Asked.class);
        var id = ((ExportAsked.Asked) some).id();
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files).containsKeys("invoices.html", "forms.html").doesNotContainKey("records.html");
        assertThat(files.values()).noneMatch(page -> page.contains("Blood"));
        assertThat(files.get("fhir/bundle.json")).doesNotContain("DiagnosticReport");
    }

    @Test
    void limitedAccessAndWhoCaresGetWhatIsTheirsAndNothingTheClinicMade() {
        sent(north(), ann, 8_450, LocalDate.of(2026, 12, 24));
        booked("Booked by the clinic");
        sentDocument(account, "mine.txt", "Mine alone");
        long other = account(north(), patient(north(), "Bob"));
        sentDocument(other, "others.txt", "Of somebody else");
        change("update __tenant__.patient set preferred_name = 'Nanette', gender = 'Female', external_id = 'EXT-77'"
                + " where id = " + ann);
        for (var less : List.of(
                "level = 'limited'",
                "relationship = 'carer', level = 'full'",
                "relationship = 'nominated', level = 'full'")) {
            change("update __tenant__.access_grant set relationship = 'self', level = 'full' where account_id = "
                    + account);
            change("update __tenant__.access_grant set " + less + " where account_id = " + account);
            clock.advance(Duration.ofDays(1));
            var asked = in(north(), () -> exports.ask(locked(account, ann), Language.ENGLISH));
            assertThat(asked).as(less).isInstanceOf(ExportAsked.Asked.class);
            var id = ((ExportAsked.Asked) asked).id();
            work("patient-export", id.toString());

            var files = unzipped(id);

            assertThat(files)
                    .containsKeys("about.html", "appointments.html", "forms.html", "documents.html", "access.html")
                    .doesNotContainKeys("invoices.html", "records.html");
            assertThat(files.get("about.html"))
                    .contains("Ann Example")
                    .doesNotContain("ann@example.org", "1980", "Female", "EXT-77", "Nanette");
            var patient = JSON.readTree(files.get("fhir/bundle.json"))
                    .get("entry")
                    .get(0)
                    .get("resource");
            assertThat(patient.propertyNames()).containsExactlyInAnyOrder("resourceType", "name");
            assertThat(patient.get("name")).hasSize(1);
            assertThat(files.values()).noneMatch(page -> page.contains("1980-03-27") || page.contains("EXT-77"));
            assertThat(files.get("appointments.html")).doesNotContain("Physiotherapy");
            assertThat(files.get("documents.html")).contains("mine.txt").doesNotContain("Somebody");
            assertThat(files.values()).contains("Mine alone").doesNotContain("Of somebody else");
        }
        change("update __tenant__.access_grant set level = 'limited', scope = array['money'] where account_id = "
                + account);
        assertThat(ask(ann)).isEqualTo(new ExportAsked.NotAllowed());
    }

    @Test
    void aFileThatIsLostOrDamagedWhereItWasKeptIsNamedOnItsPageAndTheRestIsInIt() {
        for (var name : List.of("lost.txt", "damaged.txt", "whole.txt")) {
            sentDocument(account, name, "The content of " + name);
        }
        String of = " where file_id = (select file_id from __tenant__.document where name = '%s')";
        change("delete from __tenant__.file_chunk" + of.formatted("lost.txt"));
        change("update __tenant__.file_chunk set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))"
                + of.formatted("damaged.txt"));
        var id = asked(ann);
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files.keySet().stream().filter(name -> name.startsWith("files/")))
                .singleElement()
                .asString()
                .endsWith("whole.txt");
        assertThat(files.values()).contains("The content of whole.txt");
        assertThat(files.get("documents.html")).contains("lost.txt", "damaged.txt", "The file is not in this copy");
    }

    @Test
    void oneThatIsStillNotMadeAfterADayStandsInNobodysWay() {
        var first = asked(ann);
        clock.advance(Duration.ofHours(23));
        assertThat(asked(ann)).as("the work is still tried").isEqualTo(first);
        clock.advance(Duration.ofHours(2));
        assertThat(in(north(), () -> exports.last(elevated(account, ann))))
                .as("the page offers another")
                .isEmpty();

        var second = asked(ann);

        assertThat(second).isNotEqualTo(first);
        work("patient-export", first.toString());
        work("patient-export", second.toString());
        assertThat(copies("gone")).containsExactly(first.toString());
        assertThat(fetched(ann, second)).isTrue();
    }

    @Test
    void whatThePlatformSaidAndDidIsInTheLanguageOfTheCopy() {
        sentDocument(account, "evil.txt", "Evil");
        change("update __tenant__.document set state = 'refused', file_id = null, reviewed_at = now(), reviewed_by ="
                + " 'Virus scanner', message = 'Our virus scanner refuses this file. Please check the device it came"
                + " from, and send a picture of the document instead.'");
        change(
                "insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,"
                        + " patient_id, detail) values (timestamptz '2026-01-01', 'system', 'Virus scanner', 'Virus scanner',"
                        + " 'document-refused', 'document', '1', " + ann + ", '{}')");
        var asked = in(north(), () -> exports.ask(elevated(account, ann), Language.GERMAN));
        var id = ((ExportAsked.Asked) asked).id();
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files.get("documents.html"))
                .contains("Unser Virenscanner lehnt diese Datei ab.")
                .doesNotContain("refuses this file");
        assertThat(files.get("access.html")).contains("<td>Das Portal").doesNotContain("Virus scanner");
    }

    @Test
    void ofADocumentThatSomebodyElseSentItIsToldThatItWasSent() {
        long other = account(north(), patient(north(), "Bob"));
        sentDocument(other, "secret-name.txt", "Secret content");
        var id = asked(ann);
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files.get("documents.html"))
                .contains("A document that somebody else sent", "Sender")
                .doesNotContain("secret-name", "Secret note");
        assertThat(files.values()).doesNotContain("Secret content");
    }

    @Test
    void theLogOfARecordThatWentIntoThisOneIsInIt() {
        var former = patient(north(), "Anne");
        change(
                "insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,"
                        + " patient_id, detail) values (timestamptz '2026-01-01', 'staff', 'rosa', 'Rosa Before', 'record-opened',"
                        + " 'patient', '" + former + "', " + former + ", '{}')");
        change("update __tenant__.patient set merged = true, merged_into = " + ann + ", merged_into_merged = false,"
                + " merged_at = now(), merged_by = 'Robin' where id = " + former);
        var id = asked(ann);
        work("patient-export", id.toString());

        assertThat(unzipped(id).get("access.html")).contains("Rosa Before");
    }

    @Test
    void whatWasMendedIsInItAsFarAsItCouldBeSeenBeforeItWas() {
        var seen = written("Ferritin at first");
        in(north(), () -> sharing.share(ann, seen, 0, STAFF));
        in(north(), () -> sharing.release(ann, seen, 1, STAFF));
        clock.advance(Duration.ofMinutes(1));
        corrected(seen, "Ferritin mended", 2);
        var unseen = written("Nobody saw this");
        in(north(), () -> sharing.share(ann, unseen, 0, STAFF));
        clock.advance(Duration.ofMinutes(1));
        corrected(unseen, "Released when mended", 1);
        clock.advance(Duration.ofMinutes(1));
        in(north(), () -> sharing.release(ann, unseen, 2, STAFF));
        clock.advance(Duration.ofMinutes(1));
        var id = asked(ann);
        work("patient-export", id.toString());

        assertThat(unzipped(id).get("records.html"))
                .contains("Ferritin mended", "What it said until", "Ferritin at first", "Released when mended")
                .doesNotContain("Nobody saw this");
    }

    @Test
    void placesOnTheWaitlistAreInItForWhoAskedForThem() {
        booked("A knee");
        waits(account, "left", LocalDate.of(2030, 1, 31));
        waits(account, null, LocalDate.of(2030, 2, 28));
        long other = account(north(), patient(north(), "Bob"));
        waits(other, null, LocalDate.of(2030, 3, 31));
        var id = asked(ann);
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files.get("waitlist.html"))
                .contains(
                        "Physiotherapy",
                        "31 January 2030",
                        "No longer wanted",
                        "28 February 2030",
                        "Waiting for a time")
                .contains("Monday", "Morning", "Pia Hands", "Anywhere")
                .doesNotContain("31 March 2030");
        assertThat(JSON.readTree(files.get("fhir/bundle.json")).get("entry").valueStream())
                .filteredOn(one -> one.at("/resource/status").asString().equals("waitlist"))
                .singleElement()
                .satisfies(one -> assertThat(
                                one.at("/resource/requestedPeriod/0/end").asString())
                        .isEqualTo("2030-02-28"));
    }

    @Test
    void changesThatWereAskedForAreInItWithTheAnswerForWhoAskedForThem() {
        wished(account, "+447700900111", "+447700900123", "We could not read the rest");
        long other = account(north(), patient(north(), "Bob"));
        wished(other, "", "+447700900456", "To somebody else");
        var id = asked(ann);
        work("patient-export", id.toString());

        assertThat(unzipped(id).get("changes.html"))
                .contains(
                        "Answered by the clinic",
                        "07700 900111",
                        "07700 900123",
                        "Changed",
                        "We could not read the rest")
                .doesNotContain("900456", "To somebody else");

        change("update __tenant__.access_grant set relationship = 'carer' where account_id = " + account);
        var carers = asked(ann);
        work("patient-export", carers.toString());
        assertThat(unzipped(carers).get("changes.html"))
                .as("what the record said is not for who doesn't see it")
                .contains("07700 900123")
                .doesNotContain("07700 900111");
    }

    @Test
    void messagesThatWereSentAreInItWithoutCodesAndLinks() {
        booked("A knee");
        var invoice = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 24));
        change("update __tenant__.credential set added_at = timestamptz '2026-01-01' where account_id = " + account);
        message("appointment", "1", "ann@example.org", "About the knee", "2026-02-01");
        message("appointment", "1", "ann@example.org", "Not sent yet", null);
        message("appointment", "1", "other@example.org", "To another address", "2026-02-01");
        message("invoice", invoice.toString(), "ann@example.org", "About money", "2026-02-02");
        message("passkey", Long.toString(account), "ann@example.org", "About a passkey", "2026-02-03");
        message("sign-in-code", "1", "ann@example.org", "Your code", "2026-02-04");
        var bob = patient(north(), "Bob");
        var bobs = sent(north(), bob, 100, LocalDate.of(2026, 12, 24));
        message("invoice", bobs.toString(), "ann@example.org", "About somebody else", "2026-02-02");
        var id = asked(ann);
        work("patient-export", id.toString());

        var files = unzipped(id);

        assertThat(files.get("messages.html"))
                .contains("About the knee", "Go to [Link]", "About money", "About a passkey", "ann@example.org")
                .doesNotContain(
                        "https:", "secret", "Not sent yet", "To another address", "Your code", "About somebody else");
        assertThat(files.get("fhir/bundle.json")).contains("Communication").doesNotContain("https://north");

        change("update __tenant__.access_grant set level = 'limited' where account_id = " + account);
        var less = asked(ann);
        work("patient-export", less.toString());
        assertThat(unzipped(less).get("messages.html"))
                .contains("About the knee")
                .doesNotContain("About money");
        change("update __tenant__.credential set added_at = timestamptz '2026-02-02' where account_id = " + account);
        var late = asked(ann);
        work("patient-export", late.toString());
        assertThat(unzipped(late).get("messages.html"))
                .as("what went to that address before it was this person's")
                .doesNotContain("About the knee");
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
        assertThat(in(north(), () -> exports.last(elevated(account, ann)))).isEmpty();
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
        assertThat(fetched(ann, id)).as("a part of it, or whether it is there").isTrue();
        assertThat(texts("select action from __tenant__.audit_entry where action = 'record-export-fetched'"))
                .as("once a day")
                .hasSize(1);
        clock.advance(Duration.ofDays(1));
        assertThat(fetched(ann, id)).isTrue();
        assertThat(texts("select action from __tenant__.audit_entry where action = 'record-export-fetched'"))
                .hasSize(2);
    }

    private void corrected(RecordId id, String title, int seen) {
        var content = new RecordContent(
                RecordCategory.LABORATORY,
                title,
                LocalDate.of(2026, 11, 20),
                new RecordBody.Result(List.of(), "Mended"));
        assertThat(in(north(), () -> writing.change(ann, id, seen, content, "Mended", STAFF)))
                .isInstanceOf(RecordAnswer.Done.class);
    }

    private void waits(long by, @Nullable String ended, LocalDate until) {
        change(
                "insert into __tenant__.waitlist_entry (attempt, account_id, patient_id, service_id, practitioner_id, weekdays, day_parts,"
                        + " last_day, created_at, ended_at, ended_because) values (gen_random_uuid(), " + by + ", "
                        + ann
                        + ", 1, 1, array[1, 3], array['morning'], date '" + until + "', now(), "
                        + (ended == null ? "null, null" : "now(), '" + ended + "'") + ")");
    }

    private void wished(long by, String before, String wanted, String message) {
        change(
                "with wish as (insert into __tenant__.profile_change (attempt, patient_id, account_id, asked_by, relationship, asked_at,"
                        + " state, answered_at, answered_by, message) values (gen_random_uuid(), " + ann + ", " + by
                        + ", 'Somebody', 'self', now(), 'answered', now(), 'Robin', '" + message + "') returning id)"
                        + " insert into __tenant__.profile_change_field (change_id, field, before, wanted, approved)"
                        + " select id, 'mobile', '" + before + "', '" + wanted + "', true from wish");
    }

    private void message(String kind, String ref, String to, String subject, @Nullable String day) {
        var at = "timestamptz '" + (day == null ? "2026-02-01" : day) + "'";
        change(
                "insert into __tenant__.message (id, channel, recipient, about_kind, about_ref, content, state, attempts, created_at,"
                        + " state_at) values (gen_random_uuid(), 'email', '" + to + "', '" + kind + "', '" + ref
                        + "', jsonb_build_object("
                        + "'subject', '" + subject
                        + "', 'heading', 'Hello', 'paragraphs', jsonb_build_array('Go to https://north.example.org/{secret}'),"
                        + " 'details', jsonb_build_array()), '" + (day == null ? "queued" : "sent") + "', 1, " + at
                        + ", " + at + ")");
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

    /** A form that Ann handed in. */
    private void answered(String how) {
        change("insert into __tenant__.questionnaire (title, state, created_at, created_by)"
                + " values ('Knee', 'active', now(), 'Robin')");
        change(
                "insert into __tenant__.questionnaire_version (questionnaire_id, number, title, fhir, published_at, published_by)"
                        + " select id, 1, 'Knee', '{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"title\": \"Knee\","
                        + " \"item\": [{\"linkId\": \"how\", \"text\": \"How is it?\", \"type\": \"string\"}]}', now(), 'Robin'"
                        + " from __tenant__.questionnaire");
        change(
                "insert into __tenant__.questionnaire_assignment (reference, version_id, patient_id, why, state, assigned_at,"
                        + " assigned_by, started_at, completed_at, completed_by) select repeat('a', 16), id, " + ann
                        + ", 'by_hand', 'completed', now(), 'Robin', now(), now(), " + account
                        + " from __tenant__.questionnaire_version");
        change("insert into __tenant__.questionnaire_answer (assignment_id, path, value, revision, saved_at, saved_by)"
                + " select id, ':how', '[{\"valueString\": \"" + how + "\"}]', 1, now(), " + account
                + " from __tenant__.questionnaire_assignment");
    }

    /** A text about Ann, sent by an account. */
    private void sentDocument(long by, String name, String content) {
        var file = CurrentTenant.call(north(), () -> {
            try (var in = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))) {
                return ((Taking.Taken) files.take(name, in, STAFF)).file();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        in(north(), () -> {
            files.claim(file.id());
            return data.sql(
                            "insert into __tenant__.document (attempt, patient_id, account_id, sent_by, sent_at, file_id, name,"
                                    + " size, note, state) values (gen_random_uuid(), " + ann + ", " + by
                                    + ", 'Sender', now(), "
                                    + file.id() + ", '" + name + "', " + file.size() + ", 'Secret note', 'waiting')")
                    .update();
        });
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

    private VisibleChart elevated(long by, PatientId patient) {
        var until = clock.instant().plus(Duration.ofMinutes(30));
        return charts.visibleTo(new Viewer(new AccountId(by), new SessionId(1), until, patient, until));
    }

    private VisibleChart locked(long by, PatientId patient) {
        var until = clock.instant().plus(Duration.ofMinutes(30));
        return charts.visibleTo(new Viewer(new AccountId(by), new SessionId(1), until, patient, null));
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
                try (var in = export.from(0)) {
                    in.transferTo(bytes);
                }
                assertThat((long) bytes.size()).isEqualTo(export.file().size());
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
