package io.anteroom.tenantadmin.profile;

import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.profile.FieldChange;
import io.anteroom.clinic.profile.ProfileChange;
import io.anteroom.clinic.profile.ProfileDesk;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Set;

/**
 * A wish to have contact details changed, beside the record.
 *
 * @param version of the record that whoever answers has seen, for the form
 * @param open whether it waits to be answered
 * @param answered what was said, a sentence; empty while it waits
 * @param meanwhile whether the record was changed while the form was open
 * @param message as typed, or as it was sent
 */
public record ChangeView(
        ChangeRow change,
        int version,
        boolean open,
        String answered,
        boolean meanwhile,
        List<Line> lines,
        String message,
        FormErrors errors) {

    /**
     * A field.
     *
     * @param now what the record says now
     * @param since what the record said when it was asked for, where that was something else; empty otherwise
     * @param wanted what it is to say
     * @param same what staff are to know where that is the same, or empty
     * @param ticked whether it is agreed to
     */
    public record Line(
            String code, String label, String now, String since, String wanted, String same, boolean ticked) {}

    static ChangeView of(
            ProfileDesk.Compared compared,
            int version,
            Set<PatientField> ticked,
            String message,
            boolean meanwhile,
            FormErrors errors) {
        var change = compared.change();
        return new ChangeView(
                ChangeRow.of(change),
                version,
                change.waits(),
                answered(change),
                meanwhile,
                change.fields().stream()
                        .map(field -> line(compared, field, ticked))
                        .toList(),
                message,
                errors);
    }

    private static Line line(ProfileDesk.Compared compared, FieldChange field, Set<PatientField> ticked) {
        var now = compared.now(field.field());
        boolean waits = compared.change().waits();
        var then = waits ? now : field.before();
        return new Line(
                field.field().code(),
                field.field().label(),
                shown(field.field(), then),
                waits && !now.equals(field.before()) ? shown(field.field(), field.before()) : "",
                shown(field.field(), field.wanted()),
                then.equals(field.wanted()) ? same(compared.change()) : "",
                waits ? ticked.contains(field.field()) : Boolean.TRUE.equals(field.approved()));
    }

    /** Who sees only the ends proposes without knowing, and must not learn from the answer that they guessed right. */
    private static String same(ProfileChange change) {
        return change.relationship() == Relationship.SELF || !change.waits()
                ? "Unchanged: the record said so already."
                : "Unchanged: the record says so already. Who asked can’t see that, so don’t write it to them.";
    }

    private static String shown(PatientField field, String stored) {
        if (stored.isEmpty()) {
            return "Nothing";
        }
        return switch (field) {
            case MOBILE, HOME_PHONE, PHONE ->
                new PhoneNumber(stored).format(CurrentTenant.get().country());
            default -> stored;
        };
    }

    private static String answered(ProfileChange change) {
        var answer = change.answer();
        if (answer == null) {
            return change.waits() ? "" : "It was taken back.";
        }
        return answer.by() + " answered on " + Moments.moment(answer.at()) + "."
                + (answer.message() == null ? "" : " “" + answer.message() + "”");
    }
}
