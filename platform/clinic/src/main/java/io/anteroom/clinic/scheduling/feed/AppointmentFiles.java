package io.anteroom.clinic.scheduling.feed;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Calendar files of the current clinic's appointments. */
@Component
public class AppointmentFiles {

    /** What such a file is (RFC 5545), in UTF-8. */
    public static final String TYPE = "text/calendar; method=PUBLISH";

    private final PortalAddress portal;
    private final Clock clock;

    AppointmentFiles(PortalAddress portal, Clock clock) {
        this.portal = portal;
        this.clock = clock;
    }

    /** The file, in UTF-8, as {@code words} say it. */
    public byte[] of(Words words, Collection<Appointment> appointments) {
        return CalendarFile.of(
                words,
                appointments,
                CurrentTenant.get().name(),
                URI.create(portal.of("/")).getHost(),
                one -> portal.of("/appointments/" + one.reference()),
                clock.instant());
    }

    /** The same as text. */
    public String text(Words words, Collection<Appointment> appointments) {
        return new String(of(words, appointments), StandardCharsets.UTF_8);
    }
}
