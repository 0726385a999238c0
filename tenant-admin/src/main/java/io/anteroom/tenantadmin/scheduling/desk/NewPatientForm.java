package io.anteroom.tenantadmin.scheduling.desk;

import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.tenantadmin.invitation.InvitationForm;
import io.anteroom.tenantadmin.patient.PatientForm;
import io.anteroom.webkit.form.Field;
import io.anteroom.webkit.form.FormErrors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form in which staff book for somebody new, as typed.
 *
 * @param time what is to be booked
 * @param patient who it is for
 * @param invitation what is to be sent, or null where whoever books may not invite
 * @param known patients of the same name and birth date, to be looked at first
 */
public record NewPatientForm(
        DeskForm time, PatientForm patient, @Nullable InvitationForm invitation, List<PatientRow> known) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}' ’.-]+(,[\\p{L}\\p{M}' ’.-]+)?");
    private static final int LONGEST_NAME = 100;

    /** Copies the list. */
    public NewPatientForm {
        known = List.copyOf(known);
    }

    /** Begins with the time that was clicked on and the name that was looked for in vain. */
    static NewPatientForm blank(Map<String, List<String>> sent, boolean mayInvite) {
        var values = new HashMap<>(sent);
        values.put("attempt", List.of(UUID.randomUUID().toString()));
        return new NewPatientForm(
                DeskForm.of(values),
                named(DeskForm.of(sent).text("q")),
                mayInvite ? InvitationForm.none() : null,
                List.of());
    }

    /** What was looked for, where it reads like a name: {@code Anna Bell} or {@code Bell, Anna}. */
    private static PatientForm named(String lookedFor) {
        String name = lookedFor.strip();
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            return PatientForm.empty();
        }
        int comma = name.indexOf(',');
        int space = name.lastIndexOf(' ');
        String family = comma >= 0 ? name.substring(0, comma) : name.substring(space + 1);
        String given = comma >= 0 ? name.substring(comma + 1) : name.substring(0, Math.max(space, 0));
        return PatientForm.typed(
                Map.of(PatientField.FAMILY_NAME.code(), family.strip(), PatientField.GIVEN_NAME.code(), given.strip()));
    }

    /** What was typed. */
    static NewPatientForm typed(Map<String, List<String>> sent, boolean mayInvite) {
        Map<String, String> first = sent.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().getFirst()));
        return new NewPatientForm(
                DeskForm.of(sent), PatientForm.typed(first), mayInvite ? InvitationForm.of(first) : null, List.of());
    }

    /** The same with what is wrong. */
    NewPatientForm faulty(FormErrors errors) {
        return new NewPatientForm(
                time.showing(errors),
                patient.showing(errors),
                invitation == null ? null : invitation.faulty(errors),
                known);
    }

    /** The same, asked back whether it is one of these patients. */
    NewPatientForm possibly(List<PatientRow> found) {
        return new NewPatientForm(time, patient, invitation, found);
    }

    /** The same, asked back whether a time outside the hours is meant. */
    NewPatientForm outsideHours() {
        return new NewPatientForm(time.outsideHours(), patient, invitation, known);
    }

    /** What is wrong with it. */
    public FormErrors errors() {
        return time.errors();
    }

    /** Whether staff said already that it is none of the patients of that name and birth date. */
    public boolean another() {
        return time.text("another").equals("true");
    }

    /** A field of the patient's. */
    public Field field(PatientField field) {
        return patient.field(field);
    }

    /** Where the same is booked for a patient who was there already. */
    public String forKnown(String organisation, PatientRow row) {
        String carried = List.of("service", "practitioner", "location", "day", "time").stream()
                .filter(name -> !time.text(name).isEmpty())
                .map(name -> "&" + name + "=" + URLEncoder.encode(time.text(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return organisation + "/appointments/new?patient=" + row.id().value() + carried;
    }
}
