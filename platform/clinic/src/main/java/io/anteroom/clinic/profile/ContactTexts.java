package io.anteroom.clinic.profile;

import io.anteroom.clinic.access.Digests;
import io.anteroom.clinic.patient.ContactDetails;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.clinic.patient.PhoneNumber;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contact details as they are stored, field by field, and as they are shown. Empty texts stand for nothing. */
final class ContactTexts {

    private static final int SHOWN_DIGITS = 2;
    private static final String HIDDEN = "•••";

    private ContactTexts() {}

    /** As the record stores one: E.164, a normal form, lines. */
    static String stored(PatientDetails details, PatientField field) {
        return switch (field) {
            case EMAIL -> details.email() == null ? "" : details.email().value();
            case MOBILE -> details.mobile() == null ? "" : details.mobile().value();
            case HOME_PHONE ->
                details.homePhone() == null ? "" : details.homePhone().value();
            case PHONE -> details.phone() == null ? "" : details.phone().value();
            case ADDRESS -> details.address() == null ? "" : details.address();
            default -> throw new IllegalArgumentException("Not a contact detail: " + field);
        };
    }

    /** All of them as they are typed in that country. */
    static PatientTexts shown(PatientDetails details, String country) {
        return contactOf(PatientTexts.of(details, country));
    }

    /** All of them, of which no more is to be seen than tells them apart from others. */
    static PatientTexts masked(PatientDetails details) {
        Map<PatientField, String> texts = new EnumMap<>(PatientField.class);
        for (var field : ContactDetails.FIELDS) {
            var stored = stored(details, field);
            if (!stored.isEmpty()) {
                texts.put(field, masked(field, stored));
            }
        }
        return new PatientTexts(texts);
    }

    /** One of them in the same way. */
    static String masked(PatientField field, String stored) {
        if (stored.isEmpty()) {
            return "";
        }
        return switch (field) {
            case EMAIL -> stored.substring(0, 1) + HIDDEN + stored.substring(stored.lastIndexOf('@'));
            case ADDRESS -> HIDDEN;
            default -> HIDDEN + " " + stored.substring(stored.length() - SHOWN_DIGITS);
        };
    }

    /** The same typed texts, without what is no contact detail. */
    static PatientTexts contactOf(PatientTexts texts) {
        return new PatientTexts(ContactDetails.FIELDS.stream()
                .filter(field -> !texts.get(field).isEmpty())
                .collect(Collectors.toMap(field -> field, texts::get)));
    }

    /** Contact details that say what the stored texts do. */
    static ContactDetails read(Map<PatientField, String> stored) {
        return new ContactDetails(
                read(stored, PatientField.EMAIL, EmailAddress::new),
                read(stored, PatientField.MOBILE, MobileNumber::new),
                read(stored, PatientField.HOME_PHONE, PhoneNumber::new),
                read(stored, PatientField.PHONE, PhoneNumber::new),
                read(stored, PatientField.ADDRESS, text -> text));
    }

    /** Tells whether the contact details of a record are those that somebody saw. */
    static String fingerprint(PatientDetails details) {
        var all = ContactDetails.FIELDS.stream()
                .map(field -> stored(details, field))
                .collect(Collectors.joining("\u0000"));
        return HexFormat.of().formatHex(Digests.sha256(all), 0, 8);
    }

    private static <T> @Nullable T read(
            Map<PatientField, String> stored, PatientField field, Function<String, T> reader) {
        var text = stored.getOrDefault(field, "");
        return text.isEmpty() ? null : reader.apply(text);
    }
}
