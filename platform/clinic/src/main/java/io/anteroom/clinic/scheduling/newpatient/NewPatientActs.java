package io.anteroom.clinic.scheduling.newpatient;

import io.anteroom.clinic.access.invitation.Invitations;
import io.anteroom.clinic.access.invitation.Sending;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.appointment.DeskBooking;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The record, the invitation and the booking as one transaction. Accounts are locked before practitioners. */
@Component
class NewPatientActs {

    private final PatientRecords records;
    private final Invitations invitations;
    private final AppointmentDesk desk;

    NewPatientActs(PatientRecords records, Invitations invitations, AppointmentDesk desk) {
        this.records = records;
        this.invitations = invitations;
        this.desk = desk;
    }

    @Transactional
    public NewPatientAnswer book(NewPatientBooking wanted, Actor.Staff by) {
        var answer = add(wanted, by);
        if (!(answer instanceof NewPatientAnswer.Booked)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return answer;
    }

    private NewPatientAnswer add(NewPatientBooking wanted, Actor.Staff by) {
        return switch (records.register(wanted.details(), wanted.another(), by)) {
            case Registered.Created(var patient) -> invite(patient, wanted, by);
            case Registered.PossiblyKnown(var known) -> new NewPatientAnswer.PossiblyKnown(known);
            case Registered.NumberTaken(var _) -> throw new IllegalArgumentException("No number was given");
        };
    }

    private NewPatientAnswer invite(PatientId patient, NewPatientBooking wanted, Actor.Staff by) {
        var invitation = wanted.invitation();
        return invitation != null && invitations.send(patient, invitation, by) instanceof Sending.Refused(var reasons)
                ? new NewPatientAnswer.NotInvited(reasons)
                : book(patient, wanted, by);
    }

    private NewPatientAnswer book(PatientId patient, NewPatientBooking wanted, Actor.Staff by) {
        var time = wanted.time();
        var booking = new DeskBooking(
                wanted.attempt(),
                patient,
                time.service(),
                Objects.requireNonNull(time.practitioner()),
                time.location(),
                time.start(),
                wanted.anyway(),
                wanted.note());
        var answer = desk.book(booking, by);
        return answer instanceof DeskAnswer.Done(var appointment)
                ? new NewPatientAnswer.Booked(appointment)
                : new NewPatientAnswer.NotBooked(answer);
    }
}
