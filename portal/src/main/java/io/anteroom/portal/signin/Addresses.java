package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.patient.EmailAddress;
import java.util.Set;

/** Which addresses the sign-in page takes: those that the clinic sends codes to. The same for everybody. */
public enum Addresses {
    BOTH,
    EMAIL,
    MOBILE;

    /** Those of a clinic that sends codes there. */
    public static Addresses of(Set<CredentialChannel> codesTo) {
        if (codesTo.size() > 1) {
            return BOTH;
        }
        return codesTo.contains(CredentialChannel.EMAIL) ? EMAIL : MOBILE;
    }

    /** What the field asks for. */
    public String label() {
        return switch (this) {
            case BOTH -> say("Email or mobile number");
            case EMAIL -> say("Email address");
            case MOBILE -> say("Mobile number");
        };
    }

    /** Which address to use, a sentence or two. */
    public String advice() {
        return switch (this) {
            case BOTH -> say("Use the email address or mobile number the clinic set up for your portal.");
            case EMAIL ->
                say("Use the email address the clinic set up for your portal. No codes are sent by text message here.");
            case MOBILE ->
                say("Use the mobile number the clinic set up for your portal. No codes are sent by email here.");
        };
    }

    /** What is said of {@code typed}, which is none; whether anybody has it makes no difference. */
    public String error(String typed) {
        boolean looksAlike =
                EmailAddress.parse(typed).filter(EmailAddress::mixesAlphabets).isPresent();
        return looksAlike && this != MOBILE
                ? say(
                        "This address has letters of different alphabets that look alike. Type it again, with one keyboard")
                : error();
    }

    private String error() {
        return switch (this) {
            case BOTH ->
                say("Enter an email address or a mobile number. Start a number from another country with + and its"
                        + " country code");
            case EMAIL -> say("Enter an email address, like name@example.org. No codes are sent by text message here");
            case MOBILE ->
                say("Enter a mobile number. No codes are sent by email here. Start a number from another country with"
                        + " + and its country code");
        };
    }
}
