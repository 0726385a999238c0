package io.anteroom.controlplane.operator;

import io.anteroom.webkit.Icon;
import io.anteroom.webkit.NavItem;
import io.anteroom.webkit.StaffPage;
import java.util.List;
import java.util.stream.Stream;

/** The parts of the console, and the frame around their pages. */
public enum OperatorSection {
    /** Every organisation. */
    TENANTS("tenants", "Tenants", "/tenants"),
    /** Work for later, mail and spare schemas. */
    WORK("work", "Jobs and mail", "/work"),
    /** The clinics' schemas and their versions. */
    SCHEMAS("schemas", "Schemas", "/schemas"),
    /** What operators did. */
    LOG("log", "Operators’ log", "/log");

    private final String key;
    private final String label;
    private final String href;

    OperatorSection(String key, String label, String href) {
        this.key = key;
        this.label = label;
        this.href = href;
    }

    /** A page of this part, for whoever is signed in. */
    public StaffPage page(String title) {
        return new StaffPage(
                title,
                "Operators",
                entries(),
                key,
                List.of(),
                null,
                OperatorRequest.operator().name(),
                null,
                "/sign-out");
    }

    private static List<NavItem> entries() {
        return Stream.of(values())
                .map(section -> new NavItem(section.key, section.label, section.href, section.icon()))
                .toList();
    }

    private Icon icon() {
        return switch (this) {
            case TENANTS -> Icon.BUILDING;
            case WORK -> Icon.CLIPBOARD;
            case SCHEMAS -> Icon.UPLOAD;
            case LOG -> Icon.SHIELD;
        };
    }
}
