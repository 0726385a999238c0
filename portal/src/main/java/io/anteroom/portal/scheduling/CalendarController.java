package io.anteroom.portal.scheduling;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.language.Words;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An appointment for the patient's own calendar. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class CalendarController {

    private final PatientAppointments appointments;
    private final CalendarFiles files;
    private final OpenSection section;

    CalendarController(PatientAppointments appointments, CalendarFiles files, OpenSection section) {
        this.appointments = appointments;
        this.files = files;
        this.section = section;
    }

    @GetMapping("/appointments/{reference}/calendar")
    ResponseEntity<byte[]> file(@PathVariable String reference, VisibleChart chart) {
        section.require();
        return Reference.parse(reference)
                .flatMap(appointments.in(chart)::find)
                .filter(one -> one.bookedAt() != null)
                .map(one -> files.answer(Words.current(), "appointment", List.of(one)))
                .orElseThrow(NoSuchPageException::new);
    }
}
