package io.anteroom.tenantadmin.frame;

import io.anteroom.webkit.Icon;
import io.anteroom.webkit.NavItem;
import java.util.Locale;

/** The parts of the staff's web that have pages, in the order of the navigation. */
public enum StaffSection {
    /** Where one lands: what is left to set up, what is new. */
    TODAY("Today", ""),
    /** The people the clinic treats. */
    PATIENTS("Patients", "/patients"),
    /** What they owe and have paid. */
    INVOICES("Invoices", "/invoices"),
    /** How the clinic and its portal work. */
    SETTINGS("Settings", "/settings/portal");

    private final String label;
    private final String path;

    StaffSection(String label, String path) {
        this.label = label;
        this.path = path;
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
            case PATIENTS -> Icon.USERS;
            case INVOICES -> Icon.INVOICE;
            case SETTINGS -> Icon.SETTINGS;
        };
    }
}
