package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be taken back for a few minutes.
 *
 * @param text what was done
 * @param url where taking it back is posted
 * @param verb the words on the button
 */
public record UndoOffer(String text, String url, String verb) {

    static @Nullable UndoOffer of(Appointment appointment, Instant now) {
        String own = "/appointments/" + appointment.reference();
        if (appointment.mayRestore(now)) {
            return new UndoOffer(say("The appointment is cancelled."), own + "/restoration", say("Undo, keep it"));
        }
        if (appointment.mayMoveBack(now)) {
            return new UndoOffer(
                    say("Your appointment has moved."), own + "/time/restoration", say("Undo, keep the old time"));
        }
        var booked = appointment.bookedAt();
        boolean fresh = booked != null && now.isBefore(booked.plus(Appointment.UNDO));
        return fresh && appointment.mayChange(now)
                ? new UndoOffer(say("Your appointment is booked."), own + "/cancellation", say("Undo, don’t book it"))
                : null;
    }
}
