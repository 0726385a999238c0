package io.anteroom.portal.home;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.profile.ProfileChangeId;
import io.anteroom.clinic.questionnaire.assignment.OpenForms;
import io.anteroom.clinic.reading.Both;
import io.anteroom.clinic.reading.Together;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.portal.questionnaire.FormCard;
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
 * @param forms what is to be filled in, what is due first first
 * @param moreForms how many more there are
 * @param invoices what is to be paid, the earliest due first; instalments are charged without anybody doing anything
 * @param payable whether that can be done here
 * @param next the next appointment, or null; one whose deposit is to be paid comes before all others
 * @param depositDue whether it is booked only once its deposit is paid
 * @param detailsWait whether contact details that this person asked to change wait for the clinic
 * @param nextAt how many of the invoices come before it, since they are due earlier
 */
public record ToDo(
        String name,
        boolean hasAccess,
        @Nullable String limitedTo,
        boolean severalPatients,
        List<FormCard> forms,
        int moreForms,
        List<InvoiceRow> invoices,
        boolean payable,
        @Nullable AppointmentCard next,
        boolean depositDue,
        boolean detailsWait,
        int nextAt) {

    static ToDo of(
            VisibleChart chart,
            Together<InvoiceRow, Both<Both<Appointment, ProfileChangeId>, OpenForms>> read,
            boolean payable,
            Instant now) {
        var beside = read.beside().flatMap(Both::first);
        var next = beside.flatMap(Both::first);
        boolean depositDue = next.filter(appointment -> appointment.state() == AppointmentState.AWAITING_PAYMENT)
                .isPresent();
        OpenForms open = read.beside().flatMap(Both::second).orElse(OpenForms.NONE);
        List<InvoiceRow> due =
                read.rows().stream().filter(invoice -> invoice.asksForMoney()).toList();
        LocalDate day =
                next.map(appointment -> appointment.local().toLocalDate()).orElse(LocalDate.MAX);
        int before = depositDue
                ? 0
                : (int) due.stream()
                        .takeWhile(invoice -> invoice.dueOn().isBefore(day))
                        .count();
        boolean hasAccess = !chart.patients().isEmpty();
        return new ToDo(
                hasAccess ? chart.holderName().orElse("") : "",
                hasAccess,
                chart.actingFor()
                        .filter(patient -> patient.level() == AccessLevel.LIMITED)
                        .map(VisiblePatient::name)
                        .orElse(null),
                chart.several(),
                open.first().stream().map(form -> FormCard.of(form, now)).toList(),
                open.all() - open.first().size(),
                due,
                payable,
                next.map(appointment -> AppointmentCard.of(appointment, now)).orElse(null),
                depositDue,
                beside.flatMap(Both::second).isPresent(),
                before);
    }

    /** How many things there are to do. */
    public int count() {
        return forms.size() + moreForms + invoices.size() + (depositDue ? 1 : 0);
    }

    /** Whether there is neither anything to do nor an appointment. */
    public boolean nothing() {
        return count() == 0 && next == null;
    }
}
