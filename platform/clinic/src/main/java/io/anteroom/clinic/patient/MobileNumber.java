package io.anteroom.clinic.patient;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;

/**
 * A number that a text can be sent to, in E.164: {@code +61412345678}.
 *
 * @param value a plus sign and 4 to 15 digits
 */
public record MobileNumber(String value) {

    /**
     * @throws IllegalArgumentException if {@code value} is not a mobile number in E.164
     */
    public MobileNumber {
        if (!new PhoneNumber(value).isMobile()) {
            throw new IllegalArgumentException("Not a mobile number");
        }
    }

    /**
     * Reads what a person typed; nothing where it is no number, or one that takes no texts.
     *
     * @param country ISO 3166-1 alpha-2; a number without a country code is taken as this country's
     */
    public static Optional<MobileNumber> parse(String typed, String country) {
        return PhoneNumber.parse(typed, country)
                .filter(PhoneNumber::isMobile)
                .map(number -> new MobileNumber(number.value()));
    }

    /** A mobile of that country, as its people write it, to show how one looks. */
    public static String example(String country) {
        return PhoneNumber.example(country, PhoneNumberType.MOBILE);
    }

    /** The same as a number of any kind. */
    public PhoneNumber asPhone() {
        return new PhoneNumber(value);
    }

    /** The number as people of that country write it. */
    public String format(String country) {
        return asPhone().format(country);
    }

    /** Names no number, since logs are no place for one. */
    @Override
    public String toString() {
        return "MobileNumber[]";
    }
}
