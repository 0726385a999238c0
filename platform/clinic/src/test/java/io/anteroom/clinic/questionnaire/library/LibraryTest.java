package io.anteroom.clinic.questionnaire.library;

import static io.anteroom.clinic.scheduling.SetupSlice.ADA;
import static io.anteroom.testing.AtOnce.atOnce;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.definition.Samples;
import io.anteroom.clinic.questionnaire.fhir.QuestionnaireFile;
import io.anteroom.testing.TenantTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(LibrarySlice.class)
class LibraryTest {

    private static final Actor.Staff BEN = new Actor.Staff("subject-ben", "Ben Nurse");

    @Autowired
    Library library;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aDraftIsWrittenStepByStepAndPublishedAsAVersionThatStays() {
        inNorth(() -> {
            QuestionnaireId id = library.begin("Intake", "Before your visit", "What brings you here?", ADA);
            assertThat(library.find(id)).hasValueSatisfying(entry -> {
                assertThat(entry.latest()).isNull();
                assertThat(entry.givable()).isFalse();
            });

            assertThat(add(id, "Since when?")).isEqualTo(new Edited.Saved("q2"));
            assertThat(drafts.publish(id, revision(id), ADA)).isEqualTo(new Publishing.Published(1));
            assertThat(drafts.find(id)).isEmpty();

            library.revise(id, BEN);
            library.revise(id, BEN);
            assertThat(add(id, "Anything else?")).isInstanceOf(Edited.Saved.class);
            assertThat(texts(id, null)).containsExactly("What brings you here?", "Since when?");
            assertThat(drafts.publish(id, revision(id), BEN)).isEqualTo(new Publishing.Published(2));

            assertThat(texts(id, 1)).containsExactly("What brings you here?", "Since when?");
            assertThat(texts(id, null)).containsExactly("What brings you here?", "Since when?", "Anything else?");
            assertThat(library.versions(id)).extracting(LibraryVersion::number).containsExactly(2, 1);
            assertThat(library.find(id).orElseThrow().givable()).isTrue();
            assertThat(audited())
                    .containsExactly(
                            "questionnaire-added Ada Admin Intake",
                            "questionnaire-published Ada Admin Intake",
                            "questionnaire-changed Ben Nurse Intake",
                            "questionnaire-published Ben Nurse Intake");
        });
    }

    @Test
    void onlyWhatWasLookedAtIsPublished() {
        inNorth(() -> {
            QuestionnaireId id = library.begin("Intake", null, "What brings you here?", ADA);
            int seen = revision(id);
            assertThat(drafts.change(id, heading("Intake form"), BEN)).isEqualTo(new Edited.Saved(""));

            assertThat(drafts.publish(id, seen, ADA)).isEqualTo(new Publishing.Meanwhile("Ben Nurse"));
            assertThat(drafts.publish(id, revision(id), ADA)).isEqualTo(new Publishing.Published(1));
            assertThat(drafts.publish(id, 0, ADA)).isEqualTo(new Publishing.Gone());
            assertThat(library.find(id).orElseThrow().title()).isEqualTo("Intake form");
        });
    }

    @Test
    void whatAsksNothingIsNotPublished() {
        inNorth(() -> {
            QuestionnaireId id = library.begin("Intake", null, "What brings you here?", ADA);
            drafts.change(id, new Edit.Add(new Edit.Place.Last(), new Item.Display(Item.Head.of("x", "Welcome"))), ADA);
            drafts.change(id, new Edit.Delete("q1", null), ADA);

            assertThat(drafts.publish(id, revision(id), ADA)).isInstanceOf(Publishing.Refused.class);
        });
    }

    @Test
    void aPatternThatCannotBeUsedIsNotPublished() {
        inNorth(() -> {
            QuestionnaireId id = library.begin("Intake", null, "What brings you here?", ADA);
            transaction.executeWithoutResult(_ -> jdbc.sql("""
                            update __tenant__.questionnaire_draft
                               set fhir = regexp_replace(fhir, '"type"\\s*:\\s*"(string|text)"', '"type":"string","extension":[{"url":'
                                       || '"http://hl7.org/fhir/StructureDefinition/regex","valueString":"(?=x)y"}]')""").update());
            assertThat(drafts.publish(id, revision(id), ADA))
                    .isInstanceOfSatisfying(
                            Publishing.Refused.class,
                            refused -> assertThat(refused.faults())
                                    .extracting(Publishing.Unfinished::linkId)
                                    .containsExactly("q1"));
        });
    }

    @Test
    void twoWhoWriteAtOnceBothSaveWhatTheyDidToDifferentItems() {
        var id = new QuestionnaireId(1);
        inNorth(() -> {
            assertThat(library.begin("Intake", null, "First", ADA)).isEqualTo(id);
            add(id, "Second");
        });

        assertThat(atOnce(() -> replace(id, "q1", "First, by Ada"), () -> replace(id, "q2", "Second, by Ben")))
                .allMatch(Edited.Saved.class::isInstance);

        inNorth(() -> assertThat(drafts.find(id).orElseThrow().form().allItems())
                .extracting(Item::text)
                .containsExactly("First, by Ada", "Second, by Ben"));
    }

    @Test
    void aRetiredOneIsGivenToNobodyUntilItIsTakenUpAgain() {
        inNorth(() -> {
            QuestionnaireId id = published("Intake");
            library.retire(id, true, ADA);
            library.retire(id, true, ADA);
            assertThat(library.find(id).orElseThrow().givable()).isFalse();

            library.retire(id, false, ADA);
            assertThat(library.find(id).orElseThrow().givable()).isTrue();
            assertThat(audited())
                    .filteredOn(line -> !line.contains("published") && !line.contains("added"))
                    .containsExactly(
                            "questionnaire-retired Ada Admin Intake", "questionnaire-returned Ada Admin Intake");
        });
    }

    @Test
    void aDiscardedDraftTakesAlongOnlyWhatWasNeverPublished() {
        inNorth(() -> {
            QuestionnaireId never = library.begin("Never", null, "Why?", ADA);
            QuestionnaireId once = published("Once");
            library.revise(once, ADA);

            assertThat(library.discard(never, ADA)).isFalse();
            assertThat(library.discard(once, ADA)).isTrue();
            assertThat(library.discard(once, ADA)).as("again").isTrue();
            assertThat(library.list()).extracting(LibraryEntry::title).containsExactly("Once");
        });
    }

    @Test
    void whatWasBroughtAndNotChangedIsPublishedByteForByte() {
        inNorth(() -> {
            String json = QuestionnaireJson.write(Samples.everything()).replace("  ", "   ");
            var file = (QuestionnaireFile.Brought.Whole)
                    QuestionnaireFile.read(json.getBytes(StandardCharsets.UTF_8), "q.json");
            QuestionnaireId id = library.take(file, ADA);
            drafts.publish(id, revision(id), ADA);

            assertThat(library.document(id, 1)).contains(json);
            assertThat(library.asked(id, null)).contains(Samples.everything());
        });
    }

    @Test
    void anotherClinicSeesAndChangesNothingOfIt() {
        inSouth(() -> {
            published("South's");
            library.begin("South's second", null, "Why?", ADA);
        });
        inNorth(() -> {
            var south = new QuestionnaireId(1);
            assertThat(library.list()).isEmpty();
            assertThat(library.find(south)).isEmpty();
            assertThat(library.versions(south)).isEmpty();
            assertThat(library.document(south, null)).isEmpty();
            assertThat(drafts.find(new QuestionnaireId(2))).isEmpty();
            assertThat(drafts.change(new QuestionnaireId(2), heading("Mine"), ADA))
                    .isEqualTo(new Edited.Gone());
            assertThat(drafts.publish(new QuestionnaireId(2), 0, ADA)).isEqualTo(new Publishing.Gone());
            library.retire(south, true, ADA);
            assertThat(library.discard(new QuestionnaireId(2), ADA)).isFalse();
        });
        inSouth(() -> {
            assertThat(library.list()).extracting(LibraryEntry::title).containsExactly("South's", "South's second");
            assertThat(library.list()).noneMatch(LibraryEntry::retired);
        });
    }

    private QuestionnaireId published(String title) {
        QuestionnaireId id = library.begin(title, null, "Why?", ADA);
        drafts.publish(id, revision(id), ADA);
        return id;
    }

    private Edited add(QuestionnaireId id, String text) {
        return drafts.change(
                id,
                new Edit.Add(
                        new Edit.Place.Last(),
                        new Item.Question(
                                Item.Head.of("x", text), AnswerKind.Words.LINE, Occurs.OPTIONAL, List.of(), List.of())),
                ADA);
    }

    private Edited replace(QuestionnaireId id, String linkId, String text) {
        Item stored = drafts.find(id).orElseThrow().form().item(linkId).orElseThrow();
        return drafts.change(
                id, new Edit.Replace(Tree.headed(stored, Item.Head.of(linkId, text)), Fingerprint.of(stored)), ADA);
    }

    private static Edit heading(String title) {
        return new Edit.Heading(title, null, null, null);
    }

    private int revision(QuestionnaireId id) {
        return drafts.find(id).orElseThrow().revision();
    }

    private List<String> texts(QuestionnaireId id, @Nullable Integer version) {
        return library.asked(id, version).orElseThrow().allItems().stream()
                .map(Item::text)
                .toList();
    }

    private List<String> audited() {
        return Objects.requireNonNull(
                transaction.execute(_ -> jdbc.sql("""
                select action || ' ' || actor_name || ' ' || (detail -> 0 ->> 'Questionnaire')
                  from __tenant__.audit_entry where subject_kind = 'questionnaire' order by id""").query(String.class).list()));
    }
}
