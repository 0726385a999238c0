package io.anteroom.tenantadmin.frame;

import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.webkit.Icon;
import io.anteroom.webkit.NavItem;
import java.util.Locale;

/** The parts of the staff's web that have pages, in the order of the navigation. */
public enum StaffSection {
    /** Where one lands: what is left to set up, what is new. */
    TODAY("Today", "", Permission.ENTER),
    /** What is booked, by day and by week. */
    CALENDAR("Calendar", "/calendar", Permission.MANAGE_APPOINTMENTS),
    /** The people the clinic treats. */
    PATIENTS("Patients", "/patients", Permission.SEE_PATIENTS),
    /** What they are asked, and what they answered. */
    QUESTIONNAIRES("Questionnaires", "/questionnaires", Permission.SEE_ANSWERS),
    /** What they owe and have paid. */
    INVOICES("Invoices", "/invoices", Permission.SEE_INVOICES),
    /** What is shared with patients and waits for a clinician. */
    RELEASES("To release", "/releases", Permission.EDIT_RECORDS),
    /** What patients sent, to be reviewed. */
    DOCUMENTS("Documents", "/documents", Permission.REVIEW_DOCUMENTS),
    /** How the clinic and its portal work. */
    SETTINGS("Settings", "/settings/portal", Permission.CHANGE_SETTINGS);

    private final String label;
    private final String path;
    private final Permission permission;

    StaffSection(String label, String path, Permission permission) {
        this.label = label;
        this.path = path;
        this.permission = permission;
    }

    boolean isOpenTo(StaffMember member) {
        return member.may(permission);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    NavItem entry(String organisation) {
        return new NavItem(key(), label, "/o/" + organisation + path, icon());
    }

    private Icon icon() {
        return switch (this) {
            case TODAY -> Icon.HOME;
            case CALENDAR -> Icon.CALENDAR;
            case PATIENTS -> Icon.USERS;
            case QUESTIONNAIRES -> Icon.PENCIL;
            case INVOICES -> Icon.INVOICE;
            case RELEASES -> Icon.CLIPBOARD;
            case DOCUMENTS -> Icon.FILE;
            case SETTINGS -> Icon.SETTINGS;
        };
    }
}
