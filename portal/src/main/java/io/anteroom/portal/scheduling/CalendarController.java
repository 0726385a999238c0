package io.anteroom.portal.scheduling;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.feed.CalendarFile;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An appointment for the patient's own calendar. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final PatientAppointments appointments;
    private final PortalAddress portal;
    private final OpenSection section;
    private final Clock clock;

    CalendarController(PatientAppointments appointments, PortalAddress portal, OpenSection section, Clock clock) {
        this.appointments = appointments;
        this.portal = portal;
        this.section = section;
        this.clock = clock;
    }

    @GetMapping("/appointments/{reference}/calendar")
    ResponseEntity<byte[]> file(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var appointment = Reference.parse(reference)
                .flatMap(appointments.in(chart)::find)
                .filter(one -> one.bookedAt() != null)
                .orElseThrow(NoSuchPageException::new);
        var file = CalendarFile.of(
                List.of(appointment),
                CurrentTenant.get().name(),
                URI.create(portal.of("/")).getHost(),
                one -> portal.of("/appointments/" + one.reference()),
                clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("appointment.ics")
                                .build()
                                .toString())
                .body(file);
    }
}
