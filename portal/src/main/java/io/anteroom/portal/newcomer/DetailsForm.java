package io.anteroom.portal.newcomer;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBooking;
import io.anteroom.clinic.scheduling.newcomer.Said;
import io.anteroom.portal.registration.RegistrationForm;
import io.anteroom.portal.registration.RegistrationForm.Reading;
import io.anteroom.portal.signin.Addresses;
import io.anteroom.webkit.form.DateInput;
import io.anteroom.webkit.form.FormErrors;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed whom the clinic doesn't know yet.
 *
 * @param address an email address or a mobile number
 * @param note what the clinic should know beforehand
 * @param time the reference of the time that the page showed
 */
public record DetailsForm(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable DateInput born,
        @Nullable String address,
        @Nullable String note,
        @Nullable String time) {

    private static final int LONGEST_NOTE = 500;

    /** What was read, or what is wrong. */
    sealed interface Typed {

        record Fine(Said said) implements Typed {}

        record Faulty(FormErrors errors) implements Typed {}
    }

    /** The form as it was filled in before, or an empty one. */
    static DetailsForm of(@Nullable Said said) {
        if (said == null) {
            return new DetailsForm("", "", DateInput.EMPTY, "", "", null);
        }
        Applicant applicant = said.applicant();
        return new DetailsForm(
                applicant.givenName(),
                applicant.familyName(),
                DateInput.of(applicant.birthDate()),
                said.contact().value(),
                said.note(),
                null);
    }

    /** Whether another time was chosen in another tab since the page was shown. */
    boolean isOfAnother(NewcomerBooking booking) {
        return !booking.appointment().reference().toString().equals(time);
    }

    Typed read(LocalDate today, Addresses addresses) {
        String words = Objects.requireNonNullElse(note, "").strip();
        var errors = words.length() > LONGEST_NOTE
                ? FormErrors.of("note", say("Shorten this to {most} characters or fewer", "most", LONGEST_NOTE))
                : FormErrors.none();
        return switch (new RegistrationForm(givenName, familyName, born, address).read(today, addresses)) {
            case Reading.Faulty(var others) ->
                new Typed.Faulty(
                        errors.any()
                                ? others.with(
                                        "note", say("Shorten this to {most} characters or fewer", "most", LONGEST_NOTE))
                                : others);
            case Reading.Fine(var applicant, var contact) ->
                errors.any()
                        ? new Typed.Faulty(errors)
                        : new Typed.Fine(new Said(applicant, contact, words.isEmpty() ? null : words));
        };
    }
}
