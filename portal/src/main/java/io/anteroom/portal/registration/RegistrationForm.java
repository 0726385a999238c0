package io.anteroom.portal.registration;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.patient.DateOrder;
import io.anteroom.clinic.patient.DetailsReader;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.clinic.patient.ReadDetails;
import io.anteroom.portal.signin.Addresses;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.DateInput;
import io.anteroom.webkit.form.FormErrors;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed who opens an account.
 *
 * @param address an email address or a mobile number
 */
public record RegistrationForm(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable DateInput born,
        @Nullable String address) {

    static final RegistrationForm EMPTY = new RegistrationForm("", "", DateInput.EMPTY, "");

    /** One in which nothing was typed. */
    public static RegistrationForm empty() {
        return EMPTY;
    }

    /** What was read, or what is wrong. */
    public sealed interface Reading {

        /** What was typed. */
        record Fine(Applicant applicant, SignInAddress contact) implements Reading {}

        /** What is wrong with it, field by field. */
        record Faulty(FormErrors errors) implements Reading {}
    }

    /** Reads it; the country of numbers and the order of dates are the clinic's. */
    public Reading read(LocalDate today, Addresses addresses) {
        var country = CurrentTenant.get().country();
        var contact = SignInAddress.read(text(address).strip(), country);
        var details = new DetailsReader(country, DateOrder.of(country), today).read(texts());
        if (details instanceof ReadDetails.Fine(var read) && contact.isPresent()) {
            var applicant = new Applicant(read.givenName(), read.familyName(), read.birthDate());
            return new Reading.Fine(applicant, contact.get());
        }
        var errors = details instanceof ReadDetails.Faulty faulty ? errors(faulty, today) : FormErrors.none();
        return new Reading.Faulty(
                contact.isPresent() ? errors : errors.with("address", addresses.error(text(address))));
    }

    private FormErrors errors(ReadDetails.Faulty faulty, LocalDate today) {
        var errors = FormErrors.none();
        for (var fault : faulty.faults()) {
            errors = switch (fault.field()) {
                case BIRTH_DATE -> errors.with("born", wrongDate(today));
                case FAMILY_NAME ->
                    errors.with(
                            "familyName",
                            text(familyName).isBlank() ? say("Enter your family name") : tooLong(fault.field()));
                default -> errors.with("givenName", tooLong(fault.field()));
            };
        }
        return errors;
    }

    private String wrongDate(LocalDate today) {
        return date().map(date -> date.isAfter(today)
                        ? say("Enter a date of birth in the past")
                        : say("Check the year of your date of birth"))
                .orElseGet(() -> say("Enter your date of birth with day, month and year, like 27 3 1980"));
    }

    private static String tooLong(PatientField field) {
        return say("Shorten this to {most} characters or fewer", "most", field.longest());
    }

    private PatientTexts texts() {
        return new PatientTexts(Map.of(
                PatientField.GIVEN_NAME, text(givenName),
                PatientField.FAMILY_NAME, text(familyName),
                PatientField.BIRTH_DATE, date().map(LocalDate::toString).orElse("")));
    }

    private Optional<LocalDate> date() {
        return Optional.ofNullable(born).flatMap(DateInput::date);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
