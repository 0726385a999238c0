package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.patient.DateOrder;
import io.anteroom.clinic.patient.DetailsReader;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.clinic.patient.ReadDetails;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.Field;
import io.anteroom.webkit.form.FormErrors;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The form of a patient's details: what was typed, and what is wrong with it.
 *
 * @param editable whether it can be changed
 */
public record PatientForm(PatientTexts texts, FormErrors errors, boolean editable) {

    /** A form on which nothing was typed yet. */
    public static PatientForm empty() {
        return new PatientForm(new PatientTexts(Map.of()), FormErrors.none(), true);
    }

    /** What was typed, by the names of the fields. */
    public static PatientForm typed(Map<String, String> parameters) {
        Map<PatientField, String> texts = new EnumMap<>(PatientField.class);
        for (PatientField field : PatientField.values()) {
            texts.put(field, parameters.getOrDefault(field.code(), ""));
        }
        return new PatientForm(new PatientTexts(texts), FormErrors.none(), true);
    }

    /** Reads it as the current clinic writes dates and numbers. */
    public ReadDetails read(Clock clock) {
        String country = CurrentTenant.get().country();
        return new DetailsReader(country, DateOrder.of(country), Moments.today(clock)).read(texts);
    }

    /** The same with what is wrong. */
    public PatientForm faulty(List<ReadDetails.Fault> faults) {
        FormErrors found = FormErrors.none();
        for (ReadDetails.Fault fault : faults) {
            found = found.with(fault.field().code(), fault.message());
        }
        return new PatientForm(texts, found, editable);
    }

    /** The same, which shows what is wrong with the whole form around it. */
    public PatientForm showing(FormErrors found) {
        return new PatientForm(texts, found, editable);
    }

    /** The same with one thing wrong. */
    PatientForm faulty(PatientField field, String message) {
        return faulty(List.of(new ReadDetails.Fault(field, message)));
    }

    /** A field of the form. */
    public Field field(PatientField field) {
        Field made = switch (field) {
            case EMAIL -> Field.email(field.code(), field.label());
            case MOBILE, HOME_PHONE, PHONE -> Field.tel(field.code(), field.label());
            case ADDRESS -> Field.textarea(field.code(), field.label());
            case BIRTH_DATE ->
                Field.text(field.code(), field.label())
                        .chars(10)
                        .hint("Like "
                                + DateOrder.of(CurrentTenant.get().country()).example());
            default -> Field.text(field.code(), field.label());
        };
        Field shown = made.value(texts.get(field))
                .maxLength(field.longest())
                .autocomplete("off")
                .errors(errors);
        return field == PatientField.FAMILY_NAME || field == PatientField.BIRTH_DATE ? shown : shown.optional();
    }
}
