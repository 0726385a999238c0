package io.anteroom.clinic.staff;

import static io.anteroom.clinic.staff.Permission.CHANGE_SETTINGS;
import static io.anteroom.clinic.staff.Permission.CHARGE_CARD;
import static io.anteroom.clinic.staff.Permission.CHECK_MONEY;
import static io.anteroom.clinic.staff.Permission.EDIT_INVOICES;
import static io.anteroom.clinic.staff.Permission.EDIT_PATIENTS;
import static io.anteroom.clinic.staff.Permission.EDIT_RECORDS;
import static io.anteroom.clinic.staff.Permission.ENTER;
import static io.anteroom.clinic.staff.Permission.EXPORT_BOOKS;
import static io.anteroom.clinic.staff.Permission.GIVE_BACK_MONEY;
import static io.anteroom.clinic.staff.Permission.IMPORT_PATIENTS;
import static io.anteroom.clinic.staff.Permission.MANAGE_ACCESS;
import static io.anteroom.clinic.staff.Permission.MANAGE_APPOINTMENTS;
import static io.anteroom.clinic.staff.Permission.MANAGE_PRICES;
import static io.anteroom.clinic.staff.Permission.MANAGE_QUESTIONNAIRES;
import static io.anteroom.clinic.staff.Permission.MERGE_PATIENTS;
import static io.anteroom.clinic.staff.Permission.READ_AUDIT;
import static io.anteroom.clinic.staff.Permission.REVIEW_DOCUMENTS;
import static io.anteroom.clinic.staff.Permission.SEE_ANSWERS;
import static io.anteroom.clinic.staff.Permission.SEE_INVOICES;
import static io.anteroom.clinic.staff.Permission.SEE_PATIENTS;
import static io.anteroom.clinic.staff.Permission.SEE_RECORDS;

import java.util.EnumSet;
import java.util.Set;

/** What each role may do. The one place that says so; what is not said here is refused. */
public final class StaffPolicy {

    private StaffPolicy() {}

    /** Whether somebody of these roles may do it: one role that may is enough, no role may do nothing. */
    public static boolean allows(Set<StaffRole> roles, Permission permission) {
        return roles.stream().anyMatch(role -> permissionsOf(role).contains(permission));
    }

    /** Everything the role may do. */
    static Set<Permission> permissionsOf(StaffRole role) {
        return switch (role) {
            case OWNER -> EnumSet.allOf(Permission.class);
            case ADMIN ->
                EnumSet.of(
                        ENTER,
                        SEE_PATIENTS,
                        EDIT_PATIENTS,
                        IMPORT_PATIENTS,
                        MERGE_PATIENTS,
                        MANAGE_ACCESS,
                        MANAGE_APPOINTMENTS,
                        REVIEW_DOCUMENTS,
                        MANAGE_QUESTIONNAIRES,
                        SEE_ANSWERS,
                        SEE_INVOICES,
                        EDIT_INVOICES,
                        GIVE_BACK_MONEY,
                        CHARGE_CARD,
                        CHECK_MONEY,
                        MANAGE_PRICES,
                        EXPORT_BOOKS,
                        SEE_RECORDS,
                        EDIT_RECORDS,
                        CHANGE_SETTINGS,
                        READ_AUDIT);
            case PRACTITIONER ->
                EnumSet.of(
                        ENTER,
                        SEE_PATIENTS,
                        EDIT_PATIENTS,
                        MANAGE_ACCESS,
                        MANAGE_APPOINTMENTS,
                        MANAGE_QUESTIONNAIRES,
                        SEE_ANSWERS,
                        REVIEW_DOCUMENTS,
                        SEE_INVOICES,
                        SEE_RECORDS,
                        EDIT_RECORDS);
            case RECEPTIONIST ->
                EnumSet.of(
                        ENTER,
                        SEE_PATIENTS,
                        EDIT_PATIENTS,
                        MANAGE_ACCESS,
                        MANAGE_APPOINTMENTS,
                        REVIEW_DOCUMENTS,
                        SEE_ANSWERS,
                        SEE_INVOICES,
                        EDIT_INVOICES);
            case BILLING ->
                EnumSet.of(
                        ENTER,
                        SEE_PATIENTS,
                        SEE_INVOICES,
                        EDIT_INVOICES,
                        GIVE_BACK_MONEY,
                        CHARGE_CARD,
                        CHECK_MONEY,
                        MANAGE_PRICES,
                        EXPORT_BOOKS);
        };
    }
}
