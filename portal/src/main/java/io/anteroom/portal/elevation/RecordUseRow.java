package io.anteroom.portal.elevation;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.elevation.RecordUse;
import io.anteroom.language.Words;
import java.time.ZoneId;

/**
 * A line of who used a record.
 *
 * @param who the name, or 'You'
 * @param kind what they are to the clinic, or empty where that goes without saying
 * @param what what they did, to follow the name
 * @param at when, in the clinic's time
 */
public record RecordUseRow(String who, String kind, String what, String at) {

    static RecordUseRow of(RecordUse use, ZoneId zone) {
        var at = Words.current().dayAndTime(use.at().atZone(zone));
        var what = use.action().said();
        return switch (use.by()) {
            case YOU -> new RecordUseRow(say("You"), "", what, at);
            case STAFF -> new RecordUseRow(use.name(), say("Clinic staff"), what, at);
            case ANOTHER_PERSON -> new RecordUseRow(use.name(), say("Signs in to this record"), what, at);
            case PLATFORM -> new RecordUseRow(say("The portal"), say("By itself"), what, at);
            case OPERATOR -> new RecordUseRow(use.name(), say("Runs the portal for the clinic"), what, at);
        };
    }
}
