package io.anteroom.demo;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.ClinicPaper;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Taking;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordBody.Flag;
import io.anteroom.clinic.record.RecordBody.Goal;
import io.anteroom.clinic.record.RecordBody.Step;
import io.anteroom.clinic.record.RecordBody.Value;
import io.anteroom.clinic.record.RecordCategory;
import io.anteroom.clinic.record.RecordContent;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordSharing;
import io.anteroom.clinic.record.RecordWriting;
import io.anteroom.tenancy.CurrentTenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;

/** What a demo clinic wrote into its patients' clinical records, through the use cases of its staff's pages. */
final class SeedRecords {

    private static final String EXERCISES = """
            Once a day, better in the morning. Stop if the knee swells or hurts at night.

            1. Heel slides: on your back, draw the heel towards you and let it glide away again. Three times ten.
            2. Quarter squats: bend both knees a little, as if to sit down on a high stool. Three times twelve.
            3. Cushion: stand on the left leg on a firm cushion, one hand near the wall. Three times thirty seconds.
            4. Exercise bike: ten minutes without resistance, to end with.
            """;

    private final BeanFactory application;
    private final SeedClinic clinic;
    private final Actor.Staff clinician;
    private final PatientId patient;
    private final LocalDate today;

    SeedRecords(BeanFactory application, SeedClinic clinic, PatientId patient) {
        this.application = application;
        this.clinic = clinic;
        this.patient = patient;
        this.clinician =
                new Actor.Staff("demo-clinician", clinic.equals(SeedClinic.SAKURA) ? "Dr Kenji Sato" : "Dr Maya Patel");
        this.today = LocalDate.ofInstant(
                application.getBean(Clock.class).instant(), CurrentTenant.get().zone());
    }

    /** @param number which of the clinic's patients it is, from 1 */
    void put(int number) {
        if (clinic.equals(SeedClinic.SAKURA)) {
            teeth();
        } else if (number == 1) {
            knee();
        } else {
            back();
        }
    }

    private void knee() {
        var plan = shared(
                RecordKind.PLAN,
                RecordCategory.PLANS,
                "Back to running after your knee operation",
                41,
                new RecordBody.Plan(
                        "Twelve weeks, from walking without a limp to running five kilometres. We go on to the next goal when the one"
                                + " before feels easy, not by the calendar.",
                        List.of(
                                goal(
                                        "Bend the knee to 120 degrees",
                                        "Heel slides, three times ten a day",
                                        "Exercise bike without resistance, ten minutes",
                                        "Ice for fifteen minutes afterwards"),
                                goal(
                                        "Stand on one leg for a minute",
                                        "Quarter squats, three times twelve",
                                        "Balance on the cushion, eyes open",
                                        "Balance on the cushion, eyes closed"),
                                goal(
                                        "Run five kilometres",
                                        "Walk and jog by turns, twenty minutes",
                                        "Jog for half an hour on even ground")),
                        0));
        Stream.of(1, 2, 3, 4)
                .forEach(step -> application
                        .getBean(RecordSharing.class)
                        .tick(patient, plan, step, true, today.minusDays(30L - step * 6L), clinician));
        released(
                RecordKind.RESULT,
                RecordCategory.LABORATORY,
                "Blood count and iron",
                20,
                new RecordBody.Result(
                        List.of(
                                new Value("Haemoglobin", "128", "g/l", "120–150", Flag.NORMAL),
                                new Value("White cells", "6.1", "10⁹/l", "4.0–10.0", Flag.NORMAL),
                                new Value("Ferritin", "11", "µg/l", "15–150", Flag.LOW),
                                new Value("C-reactive protein", "<5", "mg/l", "<5", Flag.NORMAL)),
                        "There is no sign of inflammation, so nothing speaks against training.\n\nYour iron stores are low. That can make"
                                + " you tired. Please talk to your family doctor about it; the letter below is for them."));
        shared(
                RecordKind.RESULT,
                RecordCategory.IMAGING,
                "MRI of the left knee",
                2,
                new RecordBody.Result(
                        List.of(),
                        "The graft is intact and in place. A little fluid in the joint, as expected at this stage."));
        shared(
                RecordKind.LETTER,
                RecordCategory.LETTERS,
                "To your family doctor",
                19,
                new RecordBody.Text(
                        "Dear colleague,\n\nThank you for sending us Anna Bell, who is recovering from a reconstruction of the left anterior"
                                + " cruciate ligament. She bends the knee to 115 degrees and walks without a limp.\n\nHer ferritin is 11"
                                + " µg/l. We would be grateful if you looked into it.\n\nWith kind regards,\nDr Maya Patel"));
        shared(
                RecordKind.NOTE,
                RecordCategory.NOTES,
                "Follow-up",
                13,
                new RecordBody.Text(
                        "Less swelling than last time. Stairs go well, also downwards.\n\nWe agreed on the exercises with the cushion, once"
                                + " a day. Running can wait for another three weeks."));
        shared(
                RecordKind.DOCUMENT,
                RecordCategory.DOCUMENTS,
                "Exercises for at home",
                13,
                paper("Exercises for at home", EXERCISES, "For the fridge door. Bring it with you next time."));
        shared(
                RecordKind.MEDICATION,
                RecordCategory.MEDICATIONS,
                "Ibuprofen",
                41,
                new RecordBody.Medication(
                        "400 mg",
                        "One tablet with food, up to three times a day, for pain.",
                        "Pain after the operation",
                        today.minusDays(15)));
        shared(
                RecordKind.MEDICATION,
                RecordCategory.MEDICATIONS,
                "Iron (ferrous sulphate)",
                12,
                new RecordBody.Medication(
                        "100 mg",
                        "One tablet every other morning, not together with coffee or tea.",
                        "Low iron stores",
                        null));
        shared(
                RecordKind.ALLERGY,
                RecordCategory.ALLERGIES,
                "Penicillin",
                41,
                new RecordBody.Allergy("A rash over the whole body", "Moderate", null));
        write(
                RecordKind.NOTE,
                RecordCategory.NOTES,
                "For the next visit",
                0,
                new RecordBody.Text("Ask about the iron tablets. Measure the thigh on both sides."));
    }

    private void back() {
        shared(
                RecordKind.PLAN,
                RecordCategory.PLANS,
                "A back that bears a day at the desk",
                25,
                new RecordBody.Plan(
                        "",
                        List.of(
                                goal(
                                        "Move every hour",
                                        "Stand up when the phone rings",
                                        "Walk around the block at noon"),
                                goal(
                                        "A stronger trunk",
                                        "Plank, three times thirty seconds",
                                        "Bridge, three times ten")),
                        0));
        shared(
                RecordKind.NOTE,
                RecordCategory.NOTES,
                "First visit",
                25,
                new RecordBody.Text(
                        "Pain in the lower back for six weeks, worse in the evening. No numbness, strength the same on both sides.\n\nNothing"
                                + " here calls for pictures. We begin with exercises and look again in four weeks."));
    }

    private void teeth() {
        shared(
                RecordKind.PLAN,
                RecordCategory.PLANS,
                "Treatment of the lower left molar",
                18,
                new RecordBody.Plan(
                        "Three visits.",
                        List.of(goal("Keep the tooth", "Remove the old filling", "Treat the root", "Crown")),
                        0));
        shared(
                RecordKind.ALLERGY,
                RecordCategory.ALLERGIES,
                "Latex",
                18,
                new RecordBody.Allergy("Itching", "Mild", null));
    }

    /** A sheet of the clinic's, printed as its invoices are. */
    private RecordBody paper(String title, String text, String note) {
        byte[] pdf = application.getBean(ClinicPaper.class).print(title, "<p>" + ClinicPaper.text(text) + "</p>");
        try {
            var taking =
                    application.getBean(Files.class).take(title + ".pdf", new ByteArrayInputStream(pdf), clinician);
            if (taking instanceof Taking.Taken(var file)) {
                return new RecordBody.SharedFile(file.id().value(), file.name(), file.size(), note);
            }
            throw new IllegalStateException("The demo could not keep a document: " + taking);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Goal goal(String title, String... steps) {
        return new Goal(title, Stream.of(steps).map(words -> new Step(0, words)).toList());
    }

    private void released(RecordKind kind, RecordCategory category, String title, int daysAgo, RecordBody body) {
        var id = shared(kind, category, title, daysAgo, body);
        done(application.getBean(RecordSharing.class).release(patient, id, 1, clinician));
    }

    private RecordId shared(RecordKind kind, RecordCategory category, String title, int daysAgo, RecordBody body) {
        return done(application
                .getBean(RecordSharing.class)
                .share(patient, write(kind, category, title, daysAgo, body), 0, clinician));
    }

    private RecordId write(RecordKind kind, RecordCategory category, String title, int daysAgo, RecordBody body) {
        var content = new RecordContent(category, title, today.minusDays(daysAgo), body);
        var attempt = UUID.nameUUIDFromBytes((patient + title).getBytes(StandardCharsets.UTF_8));
        return done(application.getBean(RecordWriting.class).write(patient, kind, content, attempt, clinician));
    }

    private static RecordId done(RecordAnswer answer) {
        if (answer instanceof RecordAnswer.Done(RecordId id)) {
            return id;
        }
        throw new IllegalStateException("The demo could not write clinical records: " + answer);
    }
}
