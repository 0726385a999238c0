package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PhoneNumber;

/** Contact details in the words of those whose they are. */
final class ContactWords {

    private ContactWords() {}

    static String label(PatientField field) {
        return switch (field) {
            case EMAIL -> say("Email");
            case MOBILE -> say("Mobile");
            case HOME_PHONE -> say("Home phone");
            case PHONE -> say("Other phone");
            case ADDRESS -> say("Address");
            default -> throw new IllegalArgumentException("Not a contact detail: " + field); // not read by patients
        };
    }

    /** What to do about what was typed, which can't be read. */
    static String advice(PatientField field, String typed, String country) {
        return switch (field) {
            case EMAIL -> say("Enter an email address, like name@example.org");
            case MOBILE ->
                PhoneNumber.parse(typed, country).isPresent()
                        ? say("This number takes no texts. Put it under Home phone or Other phone")
                        : say(
                                "Enter a mobile number, like {example}, or with + and the country code",
                                "example",
                                MobileNumber.example(country));
            case ADDRESS -> say("Shorten the address to {most, number} characters or fewer", "most", field.longest());
            default ->
                say(
                        "Enter a phone number, like {example}, or with + and the country code",
                        "example",
                        PhoneNumber.example(country));
        };
    }

    /** As people read it: numbers the way they are written in that country. */
    static String shown(PatientField field, String stored, String country) {
        return switch (field) {
            case MOBILE, HOME_PHONE, PHONE -> stored.startsWith("+") ? new PhoneNumber(stored).format(country) : stored;
            default -> stored;
        };
    }
}
