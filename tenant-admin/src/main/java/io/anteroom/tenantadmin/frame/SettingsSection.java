package io.anteroom.tenantadmin.frame;

import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.webkit.Icon;
import io.anteroom.webkit.NavItem;
import java.util.Locale;

/** The pages of Settings, in the order and the words of its own column. */
public enum SettingsSection {
    /** On and off, sections, look. */
    PORTAL("Patient Portal", "portal", Permission.CHANGE_SETTINGS),
    /** How patients prove who they are, and whose records they reach. */
    AUTHENTICATION("Patient Authentication", "authentication", Permission.CHANGE_SETTINGS),
    /** Where, by whom and when patients are seen, and what can be booked. */
    APPOINTMENTS("Appointments", "appointments", Permission.CHANGE_SETTINGS),
    /** When patients see what is shared with them. */
    RECORDS("Clinical records", "records", Permission.CHANGE_SETTINGS),
    /** What invoices are written from. */
    PRICES("Prices", "prices", Permission.MANAGE_PRICES),
    /** The clinic's account for card payments. */
    PAYMENTS("Payments", "payments", Permission.SET_UP_PAYMENTS),
    /** Who did what. */
    AUDIT("Audit log", "audit", Permission.READ_AUDIT);

    private final String label;
    private final String path;
    private final Permission permission;

    SettingsSection(String label, String path, Permission permission) {
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
        return new NavItem(key(), label, "/o/" + organisation + "/settings/" + path, icon());
    }

    private Icon icon() {
        return switch (this) {
            case PORTAL -> Icon.DEVICES;
            case AUTHENTICATION -> Icon.KEY;
            case APPOINTMENTS -> Icon.CALENDAR;
            case RECORDS -> Icon.CLIPBOARD;
            case PRICES -> Icon.INVOICE;
            case PAYMENTS -> Icon.CARD;
            case AUDIT -> Icon.SHIELD;
        };
    }
}
