package io.anteroom.clinic.patient;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What staff keep on a patient, already read and checked. Texts are without spaces around and never blank.
 *
 * @param externalId the patient's number in the system the clinic came from
 * @param givenName empty for a person with one name, which is then the family name
 * @param preferredName what the person wishes to be called
 * @param gender in the patient's own words
 * @param address lines, divided by line feeds
 * @param alerts a short note always shown with the name, such as an allergy
 */
public record PatientDetails(
        @Nullable String externalId,
        String givenName,
        String familyName,
        @Nullable String preferredName,
        LocalDate birthDate,
        @Nullable String gender,
        @Nullable EmailAddress email,
        @Nullable MobileNumber mobile,
        @Nullable PhoneNumber homePhone,
        @Nullable PhoneNumber phone,
        @Nullable String address,
        @Nullable String alerts) {

    /** A record with a name and a birth date alone. */
    public static PatientDetails of(String givenName, String familyName, LocalDate birthDate) {
        return new PatientDetails(
                null, givenName, familyName, null, birthDate, null, null, null, null, null, null, null);
    }

    /** The same with those contact details. */
    public PatientDetails reachedBy(@Nullable EmailAddress newEmail, @Nullable MobileNumber newMobile) {
        return with(externalId, newEmail, newMobile, alerts);
    }

    /** The same with those contact details, all of them. */
    public PatientDetails reachedBy(ContactDetails contact) {
        return new PatientDetails(
                externalId,
                givenName,
                familyName,
                preferredName,
                birthDate,
                gender,
                contact.email(),
                contact.mobile(),
                contact.homePhone(),
                contact.phone(),
                contact.address(),
                alerts);
    }

    /** The same with that number in the system the clinic came from. */
    public PatientDetails numbered(@Nullable String newExternalId) {
        return with(newExternalId, email, mobile, alerts);
    }

    /** The same with those alerts. */
    public PatientDetails alerting(@Nullable String newAlerts) {
        return with(externalId, email, mobile, newAlerts);
    }

    private PatientDetails with(
            @Nullable String newExternalId,
            @Nullable EmailAddress newEmail,
            @Nullable MobileNumber newMobile,
            @Nullable String newAlerts) {
        return new PatientDetails(
                newExternalId,
                givenName,
                familyName,
                preferredName,
                birthDate,
                gender,
                newEmail,
                newMobile,
                homePhone,
                phone,
                address,
                newAlerts);
    }

    /** Given and family name. */
    public String fullName() {
        return (givenName + " " + familyName).strip();
    }

    Optional<String> emailText() {
        return Optional.ofNullable(email).map(EmailAddress::value);
    }
}
