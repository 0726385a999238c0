package io.anteroom.clinic.profile;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.EnumCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to have contact details changed.
 *
 * @param account who asks
 * @param askedBy that person's name
 * @param relationship what that person is to the patient
 * @param answer what staff said to it, or null before that
 */
public record ProfileChange(
        ProfileChangeId id,
        PatientId patient,
        String patientName,
        AccountId account,
        String askedBy,
        Relationship relationship,
        Instant askedAt,
        State state,
        @Nullable Answer answer,
        List<FieldChange> fields) {

    /** Copies the list. */
    public ProfileChange {
        fields = List.copyOf(fields);
    }

    /**
     * What staff said.
     *
     * @param message what they wrote to who asked, or null
     */
    public record Answer(Instant at, String by, @Nullable String message) {}

    /** Where it stands. Codes are stored. */
    public enum State {
        WAITING,
        ANSWERED,
        TAKEN_BACK;

        /** As stored. */
        String code() {
            return EnumCode.of(this);
        }

        static State read(String stored) {
            return EnumCode.read(State.class, stored);
        }
    }

    /** The same with other fields to show. */
    ProfileChange with(List<FieldChange> shown) {
        return new ProfileChange(
                id, patient, patientName, account, askedBy, relationship, askedAt, state, answer, shown);
    }

    /** Whether staff have yet to look at it. */
    public boolean waits() {
        return state == State.WAITING;
    }

    /** Whether all of it was agreed to. */
    public boolean approved() {
        return state == State.ANSWERED && fields.stream().allMatch(field -> Boolean.TRUE.equals(field.approved()));
    }

    /** Whether none of it was. */
    public boolean refused() {
        return state == State.ANSWERED && fields.stream().noneMatch(field -> Boolean.TRUE.equals(field.approved()));
    }
}
