package io.anteroom.clinic.export.content;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.profile.CopiedWishes;
import io.anteroom.clinic.profile.FieldChange;
import io.anteroom.clinic.profile.ProfileChange;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What who asks wanted to have changed of the contact details, and what became of it. What the record said then is in the patient's own
 * copy alone. FHIR has no resource for a wish.
 */
@Component
@Order(8)
class WishesPart implements ExportPart {

    private static final int PAGE = 100;

    private final CopiedWishes wishes;
    private final InPages pages;

    WishesPart(CopiedWishes wishes, InPages pages) {
        this.wishes = wishes;
        this.pages = pages;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Changes of contact details that were asked for");
    }

    @Override
    public boolean in(CopyReach reach) {
        return reach.scopes().contains(AccessScope.BOOKINGS);
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) {
        // What came of them is in the Patient.
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        pages.each(
                after -> wishes.read(subject.patient(), subject.account(), after, PAGE),
                change -> change.id().value(),
                change -> change(subject, change, to));
    }

    private static void change(ExportSubject subject, ProfileChange change, HtmlPage to) throws IOException {
        var words = subject.words();
        boolean before = subject.reach().contacts();
        to.heading(words.dayAndTime(subject.local(change.askedAt())));
        to.beginPairs();
        to.pair(words.say("State"), state(words, change));
        var answer = change.answer();
        if (answer != null) {
            to.pair(words.say("Answered on"), words.dayAndTime(subject.local(answer.at())));
            if (answer.message() != null) {
                to.pair(words.say("What the clinic wrote"), answer.message());
            }
        }
        to.endPairs();
        var heads = new ArrayList<>(List.of(words.say("What"), words.say("Wanted"), words.say("Answer")));
        if (before) {
            heads.add(1, words.say("Before"));
        }
        to.beginTable(heads);
        for (var field : change.fields()) {
            var cells =
                    new ArrayList<>(List.of(label(words, field.field()), wanted(words, field), answer(words, field)));
            if (before) {
                cells.add(1, shown(field.field(), field.before()));
            }
            to.row(cells);
        }
        to.endTable();
    }

    private static String state(Words words, ProfileChange change) {
        return switch (change.state()) {
            case WAITING -> words.say("Waiting for the clinic");
            case ANSWERED -> words.say("Answered by the clinic");
            case TAKEN_BACK -> words.say("Taken back");
        };
    }

    private static String answer(Words words, FieldChange field) {
        Boolean approved = field.approved();
        if (approved == null) {
            return "";
        }
        return approved ? words.say("Changed") : words.say("Left as it was");
    }

    private static String wanted(Words words, FieldChange field) {
        return field.wanted().isEmpty() ? words.say("To be removed") : shown(field.field(), field.wanted());
    }

    private static String shown(PatientField field, String stored) {
        if (stored.isEmpty()) {
            return "";
        }
        return switch (field) {
            case MOBILE, HOME_PHONE, PHONE ->
                new PhoneNumber(stored).format(CurrentTenant.get().country());
            default -> stored;
        };
    }

    private static String label(Words words, PatientField field) {
        return switch (field) {
            case EMAIL -> words.say("Email");
            case MOBILE -> words.say("Mobile");
            case HOME_PHONE -> words.say("Home phone");
            case PHONE -> words.say("Other phone");
            case ADDRESS -> words.say("Address");
            default -> throw new IllegalArgumentException("Not a contact detail: " + field);
        };
    }
}
