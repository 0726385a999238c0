package io.anteroom.clinic.patient;

import io.anteroom.clinic.patient.ReadDetails.Fault;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed about a patient, by hand or in a file, and says in plain words what cannot be read.
 *
 * @param country ISO 3166-1 alpha-2, whose phone numbers are meant
 * @param order how birth dates are written
 * @param today the day at the clinic
 */
public record DetailsReader(String country, DateOrder order, LocalDate today) {

    private static final int OLDEST = 120;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\u200c\\u200d]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u3000]+");

    /** Reads all of it. */
    public ReadDetails read(PatientTexts texts) {
        List<Fault> faults = new ArrayList<>();
        String familyName = text(texts, PatientField.FAMILY_NAME, faults);
        if (familyName.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(PatientField.FAMILY_NAME, "Enter the family name"));
        }
        String givenName = text(texts, PatientField.GIVEN_NAME, faults);
        LocalDate birthDate = birthDate(texts, faults);
        String preferredName = orNull(text(texts, PatientField.PREFERRED_NAME, faults));
        String gender = orNull(text(texts, PatientField.GENDER, faults));
        ContactDetails contact = contact(texts, faults);
        String alerts = orNull(text(texts, PatientField.ALERTS, faults));
        String externalId = orNull(text(texts, PatientField.EXTERNAL_ID, faults));
        if (!faults.isEmpty() || birthDate == null) {
            faults.sort(java.util.Comparator.comparing(Fault::field));
            return new ReadDetails.Faulty(faults);
        }
        return new ReadDetails.Fine(new PatientDetails(
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
                alerts));
    }

    /** Reads the contact details alone; all else stays as {@code stored} has it. */
    public ReadDetails readContact(PatientTexts texts, PatientDetails stored) {
        List<Fault> faults = new ArrayList<>();
        ContactDetails contact = contact(texts, faults);
        return faults.isEmpty() ? new ReadDetails.Fine(stored.reachedBy(contact)) : new ReadDetails.Faulty(faults);
    }

    private ContactDetails contact(PatientTexts texts, List<Fault> faults) {
        EmailAddress email = parsed(
                texts,
                PatientField.EMAIL,
                EmailAddress::parse,
                faults,
                _ -> "Enter an email address, like name@example.org");
        MobileNumber mobile = parsed(
                texts, PatientField.MOBILE, typed -> MobileNumber.parse(typed, country), faults, this::mobileAdvice);
        return new ContactDetails(
                email,
                mobile,
                phone(texts, PatientField.HOME_PHONE, faults),
                phone(texts, PatientField.PHONE, faults),
                orNull(lines(texts, faults)));
    }

    private @Nullable LocalDate birthDate(PatientTexts texts, List<Fault> faults) {
        String typed = text(texts, PatientField.BIRTH_DATE, faults);
        Optional<LocalDate> date = TypedDate.read(typed, order);
        Optional<String> fault = typed.isEmpty()
                ? Optional.of("Enter the date of birth, like " + order.example())
                : date.map(this::birthDateFault)
                        .orElseGet(() -> Optional.of("Enter the date of birth as "
                                + order.words().toLowerCase(java.util.Locale.ROOT) + ", like " + order.example()));
        fault.ifPresent(message -> faults.add(new Fault(PatientField.BIRTH_DATE, message)));
        return date.orElse(null);
    }

    private Optional<String> birthDateFault(LocalDate date) {
        if (date.isAfter(today)) {
            return Optional.of("Enter a date of birth in the past");
        }
        return date.isBefore(today.minusYears(OLDEST))
                ? Optional.of("Check the year: this is more than " + OLDEST + " years ago")
                : Optional.empty();
    }

    private @Nullable PhoneNumber phone(PatientTexts texts, PatientField field, List<Fault> faults) {
        return parsed(
                texts,
                field,
                typed -> PhoneNumber.parse(typed, country),
                faults,
                _ -> "Enter a phone number, like " + PhoneNumber.example(country) + ", or with + and the country code");
    }

    private String mobileAdvice(String typed) {
        return PhoneNumber.parse(typed, country).isPresent()
                ? "This number takes no texts. Put it under Home phone or Other phone"
                : "Enter a mobile number, like " + MobileNumber.example(country) + ", or with + and the country code";
    }

    private static <T> @Nullable T parsed(
            PatientTexts texts,
            PatientField field,
            Function<String, Optional<T>> parser,
            List<Fault> faults,
            Function<String, String> advice) {
        String typed = text(texts, field, faults);
        if (typed.isEmpty()) {
            return null;
        }
        Optional<T> value = parser.apply(typed);
        if (value.isEmpty()) {
            faults.add(new Fault(field, advice.apply(typed)));
        }
        return value.orElse(null);
    }

    /** One line: no control characters, single spaces, composed letters. */
    private static String text(PatientTexts texts, PatientField field, List<Fault> faults) {
        return checked(field, oneLine(texts.get(field)), faults);
    }

    private static String lines(PatientTexts texts, List<Fault> faults) {
        String clean = texts.get(PatientField.ADDRESS)
                .lines()
                .map(DetailsReader::oneLine)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return checked(PatientField.ADDRESS, clean, faults);
    }

    static String oneLine(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return SPACES.matcher(CONTROL.matcher(composed.replace('\t', ' ').replace('\n', ' '))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static String checked(PatientField field, String clean, List<Fault> faults) {
        if (clean.length() <= field.longest()) {
            return clean;
        }
        faults.add(
                new Fault(field, "Shorten the " + field.inWords() + " to " + field.longest() + " characters or fewer"));
        return "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
