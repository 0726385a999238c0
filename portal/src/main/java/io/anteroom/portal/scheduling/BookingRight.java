package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may book for the patient acted for.
 *
 * @param why why not, to be said to the person, or null where they may
 */
public record BookingRight(@Nullable String why) {

    /** Words for whoever was second. */
    public static String taken() {
        return say("Somebody else has just taken that time. Please choose another.");
    }

    /** Of whoever is signed in. */
    public static BookingRight of(VisibleChart chart) {
        return chart.actingFor()
                .filter(patient -> !patient.scopes().contains(AccessScope.BOOKINGS))
                .map(patient -> new BookingRight(say(
                        "Your access to the record of {patient} doesn’t include appointments.",
                        "patient",
                        patient.name())))
                .orElseGet(() -> new BookingRight(null));
    }

    /** Words for whoever has booked as much as one can. */
    public static String tooMany(int most) {
        return say(
                "You have as many appointments ahead as can be booked here ({most}). To book another, please call the clinic.",
                "most",
                most);
    }
}
