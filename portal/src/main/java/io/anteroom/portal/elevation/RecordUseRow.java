package io.anteroom.portal.elevation;

import io.anteroom.clinic.access.elevation.RecordUse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line of who used a record.
 *
 * @param who the name, or 'You'
 * @param kind what they are to the clinic, or empty where that goes without saying
 * @param what what they did, to follow the name
 * @param at when, in the clinic's time
 */
public record RecordUseRow(String who, String kind, String what, String at) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    static RecordUseRow of(RecordUse use, ZoneId zone) {
        var at = TIME.format(use.at().atZone(zone));
        var what = use.action().words();
        return switch (use.by()) {
            case YOU -> new RecordUseRow("You", "", what, at);
            case STAFF -> new RecordUseRow(use.name(), "Clinic staff", what, at);
            case ANOTHER_PERSON -> new RecordUseRow(use.name(), "Signs in to this record", what, at);
            case PLATFORM -> new RecordUseRow("The portal", "By itself", what, at);
            case OPERATOR -> new RecordUseRow(use.name(), "Runs the portal for the clinic", what, at);
        };
    }
}
