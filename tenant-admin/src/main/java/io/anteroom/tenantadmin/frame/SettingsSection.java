package io.anteroom.tenantadmin.frame;

import io.anteroom.webkit.Icon;
import io.anteroom.webkit.NavItem;
import java.util.Locale;

/** The pages of Settings, in the order and the words of its own column. */
public enum SettingsSection {
    /** On and off, sections, look. */
    PORTAL("Patient Portal", "portal"),
    /** The clinic's account for card payments. */
    PAYMENTS("Payments", "payments"),
    /** Who did what. */
    AUDIT("Audit log", "audit");

    private final String label;
    private final String path;

    SettingsSection(String label, String path) {
        this.label = label;
        this.path = path;
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
            case PAYMENTS -> Icon.CARD;
            case AUDIT -> Icon.SHIELD;
        };
    }
}
