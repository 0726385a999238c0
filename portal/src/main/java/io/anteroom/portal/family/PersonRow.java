package io.anteroom.portal.family;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.family.HeldAccess;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with access, as it is listed.
 *
 * @param name who it is
 * @param mine whether it is the one who looks
 * @param why what the person is to the patient
 * @param what how much the access opens
 * @param given who gave it, on what occasion and when
 * @param until when it ends or turns limited, in a sentence, or null where no end is known
 * @param endUrl where to end it, or null where that isn't the viewer's to do
 * @param giveUpUrl where to give it up, or null where it isn't the viewer's own or is to the own record
 */
public record PersonRow(
        String name,
        boolean mine,
        String why,
        String what,
        String given,
        @Nullable String until,
        @Nullable String endUrl,
        @Nullable String giveUpUrl) {

    static PersonRow of(HeldAccess held, PatientId patient) {
        return new PersonRow(
                held.name() == null ? say("Somebody the clinic knows") : held.name(),
                held.mine(),
                AccessWords.they(held.relationship()),
                AccessWords.opens(held.relationship(), held.level(), held.scopes()),
                AccessWords.given(held),
                until(held),
                held.mayEnd() ? "/access/" + patient + "/people/" + held.grant() + "/end" : null,
                held.mine() && held.relationship() != Relationship.SELF ? "/access/" + patient + "/giving-up" : null);
    }

    private static @Nullable String until(HeldAccess held) {
        var limited = held.limitedFrom();
        var until = held.until();
        if (limited != null && (until == null || limited.isBefore(until))) {
            String from = AccessWords.day(limited);
            return until == null
                    ? say("Limited by age from {day} on", "day", from)
                    : say(
                            "Limited by age from {day} on, over after {last}",
                            "day",
                            from,
                            "last",
                            AccessWords.lastDay(until));
        }
        return until == null ? null : say("Until {day}", "day", AccessWords.lastDay(until));
    }
}
