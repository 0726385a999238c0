package io.anteroom.clinic.merging;

import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.clinic.patient.SearchTerms;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the record that stays says from then on: what it says, and where it says nothing, what the other one says. Alerts
 * of both stay in sight.
 *
 * @param taken the fields taken over from the other
 * @param left the fields in which the other says something else, which is left behind
 * @param alertsTooLong whether the alerts of both don't fit into one field
 */
record MergedDetails(PatientDetails details, Set<PatientField> taken, Set<PatientField> left, boolean alertsTooLong) {

    private static final String ANY_COUNTRY = "ZZ";

    static MergedDetails of(PatientDetails stays, PatientDetails goes) {
        var alerts = alerts(stays.alerts(), goes.alerts());
        boolean tooLong = alerts != null && alerts.length() > PatientField.ALERTS.longest();
        var details = new PatientDetails(
                either(stays.externalId(), goes.externalId()),
                stays.givenName(),
                stays.familyName(),
                either(stays.preferredName(), goes.preferredName()),
                stays.birthDate(),
                either(stays.gender(), goes.gender()),
                either(stays.email(), goes.email()),
                either(stays.mobile(), goes.mobile()),
                either(stays.homePhone(), goes.homePhone()),
                either(stays.phone(), goes.phone()),
                either(stays.address(), goes.address()),
                tooLong ? stays.alerts() : alerts);
        var taken = EnumSet.noneOf(PatientField.class);
        var left = EnumSet.noneOf(PatientField.class);
        var before = PatientTexts.of(stays, ANY_COUNTRY);
        var other = PatientTexts.of(goes, ANY_COUNTRY);
        var after = PatientTexts.of(details, ANY_COUNTRY);
        for (var field : PatientField.values()) {
            if (!after.get(field).equals(before.get(field))) {
                taken.add(field);
            } else if (!other.get(field).isEmpty()
                    && !other.get(field).equals(after.get(field))
                    && field != PatientField.ALERTS) {
                left.add(field);
            }
        }
        return new MergedDetails(details, taken, left, tooLong);
    }

    static Set<Doubt> doubts(PatientDetails stays, PatientDetails goes) {
        var doubts = EnumSet.noneOf(Doubt.class);
        var called = new HashSet<>(called(stays));
        if (!called(stays).equals(called(goes)) && called(goes).stream().noneMatch(called::contains)) {
            doubts.add(Doubt.OTHER_GIVEN_NAME);
        }
        if (!SearchTerms.nameWords(stays.familyName()).equals(SearchTerms.nameWords(goes.familyName()))) {
            doubts.add(Doubt.OTHER_FAMILY_NAME);
        }
        if (stays.gender() != null && goes.gender() != null && !stays.gender().equalsIgnoreCase(goes.gender())) {
            doubts.add(Doubt.OTHER_GENDER);
        }
        return doubts;
    }

    /** The words of the given name and of the preferred one: Bill and William Lee, called Bill, may be one person. */
    private static Set<String> called(PatientDetails details) {
        var words = new HashSet<>(SearchTerms.nameWords(details.givenName()));
        if (details.preferredName() != null) {
            words.addAll(SearchTerms.nameWords(details.preferredName()));
        }
        return words;
    }

    /** Both, even where one stands within the other: "no latex allergy" is not "latex allergy". */
    private static @Nullable String alerts(@Nullable String stays, @Nullable String goes) {
        if (stays == null || goes == null) {
            return either(stays, goes);
        }
        return stays.equalsIgnoreCase(goes) ? stays : stays + "; " + goes;
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
