package io.anteroom.tenantadmin.access;

import gg.jte.Content;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;

/**
 * A section of the tab Online access that a feature adds: a bean, whose {@code @Order} is its place among them. Each shows
 * a {@code section} with a heading of its own, and reads what it needs.
 */
@FunctionalInterface
public interface AccessPart {

    /** The section for the record of {@code patient}, as {@code staff} may see it. */
    Content of(Patient patient, StaffMember staff);
}
