package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.patient.ContactDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.clinic.patient.ReadDetails;
import io.anteroom.clinic.profile.Profile;
import io.anteroom.clinic.profile.ProfileRight;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.Field;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of contact details.
 *
 * @param target where it is sent
 * @param profile what is there
 * @param typed what is in its fields: of who sees all what is there, of who proposes nothing at first
 * @param seen tells what was shown
 * @param attempt drawn for the form
 * @param changedBy who changed the record while the form was open, or null
 * @param patientName the name to say where somebody acts for another, or null
 */
public record ContactForm(
        String target,
        Profile profile,
        PatientTexts typed,
        String seen,
        String attempt,
        FormErrors errors,
        @Nullable String changedBy,
        @Nullable String patientName) {

    private static final int DRAWN = 36;

    static ContactForm beginning(String target, Profile profile, @Nullable String patientName) {
        return new ContactForm(
                target,
                profile,
                profile.right() == ProfileRight.OWN ? profile.texts() : new PatientTexts(Map.of()),
                profile.seen(),
                UUID.randomUUID().toString(),
                FormErrors.none(),
                null,
                patientName);
    }

    /** What was typed, by the names of the fields. */
    static PatientTexts texts(Map<String, String> sent) {
        return new PatientTexts(ContactDetails.FIELDS.stream()
                .collect(Collectors.toMap(field -> field, field -> sent.getOrDefault(field.code(), ""))));
    }

    static Optional<UUID> attempt(Map<String, String> sent) {
        try {
            return Optional.of(sent.getOrDefault("attempt", ""))
                    .filter(text -> text.length() == DRAWN)
                    .map(UUID::fromString);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The same with what was typed, and what is wrong with it.
     *
     * @param began what the form that was sent had shown, so that one who changed the record meanwhile is not overwritten by a second try
     */
    ContactForm faulty(PatientTexts sent, List<ReadDetails.Fault> faults, String began) {
        var country = CurrentTenant.get().country();
        var found = FormErrors.none();
        for (var fault : faults) {
            found = found.with(
                    fault.field().code(), ContactWords.advice(fault.field(), sent.get(fault.field()), country));
        }
        return new ContactForm(target, profile, sent, began, attempt, found, changedBy, patientName);
    }

    /** The same with what was typed, which was not saved since {@code by} changed the record meanwhile. */
    ContactForm meanwhile(PatientTexts sent, String by) {
        return new ContactForm(target, profile, sent, seen, attempt, errors, by, patientName);
    }

    /** Whether what is saved is on the record at once. */
    public boolean atOnce() {
        return profile.atOnce();
    }

    /** Whether this person proposes to the clinic, without seeing all that is there. */
    public boolean proposes() {
        return profile.right() == ProfileRight.PROPOSE;
    }

    /** Where the record and what was typed differ, once somebody else has changed the record. */
    public List<Difference> differences() {
        return ContactDetails.FIELDS.stream()
                .filter(field -> !profile.texts().get(field).equals(typed.get(field)))
                .map(field -> new Difference(
                        ContactWords.label(field), profile.texts().get(field), typed.get(field)))
                .toList();
    }

    /** A field as it stands in the record and as it was typed here. */
    public record Difference(String label, String stored, String typed) {}

    /** The fields, in order. */
    public List<Field> fields() {
        return ContactDetails.FIELDS.stream().map(this::field).toList();
    }

    private Field field(PatientField field) {
        var label = ContactWords.label(field);
        var made = switch (field) {
            case EMAIL -> Field.email(field.code(), label);
            case ADDRESS -> Field.textarea(field.code(), label);
            default -> Field.tel(field.code(), label);
        };
        var shown = made.value(typed.get(field))
                .maxLength(field.longest())
                .autocomplete(proposes() ? "off" : autocomplete(field))
                .errors(errors)
                .optional();
        var stored = profile.texts().get(field);
        return proposes() && !stored.isEmpty() ? shown.hint(say("On the record: {value}", "value", stored)) : shown;
    }

    private static String autocomplete(PatientField field) {
        return switch (field) {
            case EMAIL -> "email";
            case MOBILE -> "tel";
            case ADDRESS -> "street-address";
            default -> "off";
        };
    }
}
