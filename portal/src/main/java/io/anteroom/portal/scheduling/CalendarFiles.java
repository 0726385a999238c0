package io.anteroom.portal.scheduling;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.feed.AppointmentFiles;
import io.anteroom.language.Words;
import java.nio.charset.StandardCharsets;
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

    private final AppointmentFiles files;

    CalendarFiles(AppointmentFiles files) {
        this.files = files;
    }

    ResponseEntity<byte[]> answer(Words words, String name, Collection<Appointment> appointments) {
        var file = files.of(words, appointments);
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
