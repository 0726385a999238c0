package io.anteroom.portal.scheduling;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.feed.CalendarFile;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.tenancy.CurrentTenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Appointments as a calendar file, as an answer. */
@Component
class CalendarFiles {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final PortalAddress portal;
    private final Clock clock;

    CalendarFiles(PortalAddress portal, Clock clock) {
        this.portal = portal;
        this.clock = clock;
    }

    ResponseEntity<byte[]> answer(String name, Collection<Appointment> appointments) {
        var file = CalendarFile.of(
                appointments,
                CurrentTenant.get().name(),
                URI.create(portal.of("/")).getHost(),
                one -> portal.of("/appointments/" + one.reference()),
                clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".ics")
                                .build()
                                .toString())
                .body(file);
    }
}
