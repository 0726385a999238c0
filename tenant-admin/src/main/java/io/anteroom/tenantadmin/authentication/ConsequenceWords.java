package io.anteroom.tenantadmin.authentication;

import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.authentication.Consequences;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Counted;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a change of settings does to people, in sentences. */
final class ConsequenceWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private ConsequenceWords() {}

    static List<String> of(Consequences consequences, AuthenticationSettings wanted) {
        var sentences = new ArrayList<String>();
        if (consequences.cutOff() > 0) {
            boolean toEmail = wanted.codesTo().contains(CredentialChannel.EMAIL);
            sentences.add(Counted.of(consequences.cutOff(), "account") + (consequences.cutOff() == 1 ? " has" : " have")
                    + " no " + (toEmail ? "email address" : "mobile number") + " to sign in with, only "
                    + (toEmail ? "a mobile number" : "an email address")
                    + ". From now on no code is sent there: add the other address on the record, or they can’t sign in"
                    + " with a code.");
            sentences.add("Whoever is signed in now stays signed in until the session ends by itself.");
        }
        ages(consequences.ages(), sentences);
        return sentences;
    }

    private static void ages(Consequences.Ages ages, List<String> sentences) {
        add(sentences, ages.overNow(), "ends at once", "end at once");
        add(sentences, ages.limitedNow(), "becomes limited at once", "become limited at once");
        add(
                sentences,
                ages.limitedLater(),
                "becomes limited on the child’s birthday",
                "become limited, each on the child’s birthday");
        add(sentences, ages.overLater(), "ends on the child’s birthday", "end, each on the child’s birthday");
        if (ages.first() != null) {
            sentences.add("The first of these birthdays is on " + day(ages.first()) + ".");
        }
        add(
                sentences,
                ages.fullAgain(),
                "is limited by age today and opens everything again",
                "are limited by age today and open everything again");
        add(
                sentences,
                ages.openAgain(),
                "is over by age today and opens again",
                "are over by age today and open again");
    }

    private static void add(List<String> sentences, long count, String one, String several) {
        if (count > 0) {
            sentences.add(
                    count == 1
                            ? "One parent’s access to a child " + one + "."
                            : String.format(Locale.UK, "%,d parents’ accesses to a child %s.", count, several));
        }
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atZone(CurrentTenant.get().zone()));
    }
}
