package io.anteroom.clinic.access;

import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.MobileNumber;
import java.util.Optional;

/**
 * An email address or mobile number in its normal form: two that reach the same person are equal.
 *
 * @param channel which of the two
 * @param value the normal form: of an email address lower case, of a number E.164
 */
public record SignInAddress(CredentialChannel channel, String value) {

    private static final int DIGITS_SHOWN = 3;

    /**
     * Reads what somebody typed into the one field of the sign-in page.
     *
     * @param country ISO 3166-1 alpha-2 code of the country whose number it is where no prefix was typed
     * @return nothing if it is neither an email address nor a mobile number
     */
    public static Optional<SignInAddress> read(String typed, String country) {
        return typed.contains("@") || typed.contains("\uFF20") ? email(typed) : mobile(typed, country);
    }

    /** Reads an address of that kind; nothing if it isn't one. */
    public static Optional<SignInAddress> read(CredentialChannel channel, String typed, String country) {
        return switch (channel) {
            case EMAIL -> email(typed);
            case MOBILE -> mobile(typed, country);
        };
    }

    /** Reads an email address; nothing if it isn't one, or looks like one that it isn't. */
    public static Optional<SignInAddress> email(String typed) {
        return EmailAddress.parse(typed)
                .filter(email -> !email.mixesAlphabets())
                .map(email -> new SignInAddress(CredentialChannel.EMAIL, email.value()));
    }

    /** Reads a mobile number, without a prefix as a number of {@code country}; nothing if it can't be one. */
    public static Optional<SignInAddress> mobile(String typed, String country) {
        return MobileNumber.parse(typed, country)
                .map(number -> new SignInAddress(CredentialChannel.MOBILE, number.value()));
    }

    /** As it is shown to somebody who may be looking over a shoulder: {@code a•••@example.org}, {@code •••• 123}. */
    public String masked() {
        if (channel == CredentialChannel.MOBILE) {
            return "•••• " + value.substring(Math.max(0, value.length() - DIGITS_SHOWN));
        }
        int at = value.indexOf('@');
        return value.substring(0, value.offsetByCodePoints(0, 1)) + "•••" + value.substring(at);
    }

    /** Keeps addresses out of logs. */
    @Override
    public String toString() {
        return "SignInAddress[" + channel + "]";
    }
}
