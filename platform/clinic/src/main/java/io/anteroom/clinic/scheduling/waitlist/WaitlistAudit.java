package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How the waitlist reads in the audit log. What is waited for isn't said: the service's name stays out of it. */
@Component
class WaitlistAudit {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);
    private static final Actor WORKER = new Actor.System("Waitlist");
    private static final String NOTHING = "not waiting";

    private final AuditLog log;

    WaitlistAudit(AuditLog log) {
        this.log = log;
    }

    void joined(WaitlistEntry entry, Actor by) {
        log.record(
                by,
                entry(AuditAction.WAITLIST_JOINED, entry)
                        .with("Before", NOTHING)
                        .with("After", words(entry)));
    }

    void changed(WaitlistEntry before, WaitlistEntry after, Actor by) {
        log.record(
                by,
                entry(AuditAction.WAITLIST_CHANGED, after)
                        .with("Before", words(before))
                        .with("After", words(after)));
    }

    void ended(AuditAction action, WaitlistEntry before, Actor by) {
        log.record(by, entry(action, before).with("Before", words(before)).with("After", NOTHING));
    }

    /** What was offered is booked, which the log says of the appointment. */
    void booked(WaitlistEntry before) {
        ended(AuditAction.WAITLIST_ENDED, before, WORKER);
    }

    void offered(WaitlistEntry entry, FreeTime time) {
        log.record(WORKER, entry(AuditAction.WAITLIST_OFFERED, entry).with("Time", TIME.format(time.local())));
    }

    void declined(OfferedTime offer, Actor by) {
        log.record(
                by,
                AuditEntry.of(AuditAction.WAITLIST_OFFER_DECLINED, "waitlist-entry", offer.entry())
                        .ofPatient(offer.patient().value())
                        .with("Time", TIME.format(offer.local())));
    }

    private static AuditEntry entry(AuditAction action, WaitlistEntry entry) {
        return AuditEntry.of(action, "waitlist-entry", entry.id())
                .ofPatient(entry.patient().value());
    }

    private static String words(WaitlistEntry entry) {
        var wish = entry.wish();
        return wish.days().stream().map(WaitlistAudit::shortly).collect(Collectors.joining(" ")) + ", "
                + wish.parts().stream().map(DayPart::code).collect(Collectors.joining(" ")) + ", until "
                + wish.lastDay() + ", " + Objects.requireNonNullElse(entry.practitionerName(), "anyone") + ", "
                + Objects.requireNonNullElse(entry.locationName(), "anywhere");
    }

    private static String shortly(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.UK);
    }
}
