package io.anteroom.clinic.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a member of staff is at the clinic. One may be several things. */
public enum StaffRole {
    OWNER("Owner"),
    ADMIN("Administrator"),
    PRACTITIONER("Practitioner"),
    RECEPTIONIST("Receptionist"),
    BILLING("Billing");

    private final String words;

    StaffRole(String words) {
        this.words = words;
    }

    /** As shown to people. */
    public String words() {
        return words;
    }

    /** As Keycloak names it: {@code owner}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that code, or nothing for a name we don't know. */
    public static Optional<StaffRole> ofCode(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
