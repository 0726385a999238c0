package io.anteroom.portal.home;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.profile.ProfileChangeId;
import io.anteroom.clinic.reading.Both;
import io.anteroom.clinic.reading.Together;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.portal.scheduling.AppointmentCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signed in has to do, and when the next appointment is, the most urgent first.
 *
 * @param name what to call the person, empty where no name is known
 * @param hasAccess whether there is any record they may see
 * @param limitedTo the patient acted for, where only what this account entered itself may be seen of them, or null
 * @param severalPatients whether an item has to say whom it is for
 * @param invoices what is to be paid, the earliest due first
 * @param payable whether that can be done here
 * @param next the next appointment, or null
 * @param detailsWait whether contact details that this person asked to change wait for the clinic
 * @param nextAt how many of the invoices come before it, since they are due earlier
 */
public record ToDo(
        String name,
        boolean hasAccess,
        @Nullable String limitedTo,
        boolean severalPatients,
        List<InvoiceRow> invoices,
        boolean payable,
        @Nullable AppointmentCard next,
        boolean detailsWait,
        int nextAt) {

    static ToDo of(
            VisibleChart chart,
            Together<InvoiceRow, Both<Appointment, ProfileChangeId>> read,
            boolean payable,
            Instant now) {
        var next = read.beside().flatMap(Both::first);
        List<InvoiceRow> due =
                read.rows().stream().filter(invoice -> invoice.dueMinor() > 0).toList();
        LocalDate day =
                next.map(appointment -> appointment.local().toLocalDate()).orElse(LocalDate.MAX);
        int before = (int)
                due.stream().takeWhile(invoice -> invoice.dueOn().isBefore(day)).count();
        boolean hasAccess = !chart.patients().isEmpty();
        return new ToDo(
                hasAccess ? chart.holderName().orElse("") : "",
                hasAccess,
                chart.actingFor()
                        .filter(patient -> patient.level() == AccessLevel.LIMITED)
                        .map(VisiblePatient::name)
                        .orElse(null),
                chart.several(),
                due,
                payable,
                next.map(appointment -> AppointmentCard.of(appointment, now)).orElse(null),
                read.beside().flatMap(Both::second).isPresent(),
                before);
    }
}
