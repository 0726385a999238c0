package io.anteroom.clinic.profile;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;

/**
 * What somebody may do with a patient's contact details. They say where a family lives and how each parent is reached, and two
 * guardians of one child must not learn that of each other.
 */
public enum ProfileRight {
    /** The patient: sees all, and changes it as the clinic has decided. */
    OWN,
    /** Acts for the patient in appointments: sees the ends of what is there, and may propose something else to the clinic. */
    PROPOSE,
    /** Nothing: the access is limited, or not to appointments. */
    NONE;

    /** What the one who looks may do with the details of {@code patient}. */
    public static ProfileRight of(VisibleChart chart, VisiblePatient patient) {
        var own = patient.relationship() == Relationship.SELF;
        if (own) {
            return patient.level() == AccessLevel.FULL ? OWN : NONE;
        }
        return chart.actingFor(patient.id()).listedFor(AccessScope.BOOKINGS).isEmpty() ? NONE : PROPOSE;
    }
}
