package io.anteroom.clinic.patient;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number of any kind, in E.164: {@code +61299999999}.
 *
 * @param value a plus sign and 4 to 15 digits
 */
public record PhoneNumber(String value) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[0-9]{4,15}");
    private static final int LONGEST_TYPED = 40;

    /**
     * @throws IllegalArgumentException if {@code value} is not of E.164's shape
     */
    public PhoneNumber {
        if (!E164.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a number in E.164");
        }
    }

    /**
     * Reads what a person typed, in any of the ways numbers are written; nothing where it is no number that can exist.
     *
     * @param country ISO 3166-1 alpha-2; a number without a country code is taken as this country's
     */
    public static Optional<PhoneNumber> parse(String typed, String country) {
        return read(typed, country).filter(NUMBERS::isValidNumber).map(PhoneNumber::of);
    }

    /** The number as people of that country write it: without its country code if it is theirs. */
    public String format(String country) {
        return read(value, country)
                .map(number -> NUMBERS.format(
                        number,
                        NUMBERS.getCountryCodeForRegion(country) == number.getCountryCode()
                                ? PhoneNumberFormat.NATIONAL
                                : PhoneNumberFormat.INTERNATIONAL))
                .orElse(value);
    }

    /** Whether a text sent to it can arrive: a mobile, or a number of a country whose mobiles look like any other. */
    public boolean isMobile() {
        return read(value, "ZZ")
                .map(NUMBERS::getNumberType)
                .filter(type -> switch (type) {
                    case MOBILE, FIXED_LINE_OR_MOBILE -> true;
                    default -> false;
                })
                .isPresent();
    }

    /** The number without its country code: what people leave out of it and still mean the same. */
    String nationalDigits() {
        return read(value, "ZZ").map(NUMBERS::getNationalSignificantNumber).orElseGet(() -> value.substring(1));
    }

    /** A number of that country, as its people write it, to show how one looks. */
    public static String example(String country) {
        return example(country, PhoneNumberType.FIXED_LINE);
    }

    static String example(String country, PhoneNumberType type) {
        Phonenumber.PhoneNumber number = NUMBERS.getExampleNumberForType(country, type);
        return number == null ? "+44 20 7946 0000" : NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
    }

    private static PhoneNumber of(Phonenumber.PhoneNumber number) {
        return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** Letters are not read as the digits they share a key with: who types a word means no number. */
    private static Optional<Phonenumber.PhoneNumber> read(String typed, String country) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (text.length() > LONGEST_TYPED || NUMBERS.isAlphaNumber(text)) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, country);
            return number.hasExtension() ? Optional.empty() : Optional.of(number);
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Names no number, since logs are no place for one. */
    @Override
    public String toString() {
        return "PhoneNumber[]";
    }
}
