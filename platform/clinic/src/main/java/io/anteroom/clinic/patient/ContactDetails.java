package io.anteroom.clinic.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient is reached. It may be shared with other patients and signs nobody in.
 *
 * @param address lines, divided by line feeds
 */
public record ContactDetails(
        @Nullable EmailAddress email,
        @Nullable MobileNumber mobile,
        @Nullable PhoneNumber homePhone,
        @Nullable PhoneNumber phone,
        @Nullable String address) {

    /** Their fields, in the order in which they are shown. */
    public static final List<PatientField> FIELDS = List.of(
            PatientField.EMAIL, PatientField.MOBILE, PatientField.HOME_PHONE, PatientField.PHONE, PatientField.ADDRESS);
}
