package io.anteroom.controlplane.provisioning;

import java.util.Locale;

/** The steps, in the order in which they are done. */
public enum ProvisioningStep {
    /** The portal's address is kept for good. */
    SLUG(1, "Your portal’s address", "We could not keep the address."),
    /** A schema and a database role of its own are handed to the tenant. */
    SCHEMA(2, "Your own database schema and role", "We could not get a database schema ready."),
    /** The schema is brought to the newest version. */
    TABLES(3, "Tables for your clinic’s records", "We could not set up the tables."),
    /** The organisation and its staff roles exist in the identity provider. */
    ORGANISATION(4, "Your organisation and its staff roles", "The sign-in service did not answer as it should."),
    /** The owner can sign in and is a member with the role of owner. */
    OWNER(5, "Your account as the owner", "The sign-in service did not answer as it should."),
    /** The tenant is active, and its owner has a mail. */
    PORTAL(6, "Your portal", "We could not open the portal.");

    private final int position;
    private final String title;
    private final String failure;

    ProvisioningStep(int position, String title, String failure) {
        this.position = position;
        this.title = title;
        this.failure = failure;
    }

    /** How it is called in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it makes, in the words of the one who waits for it. */
    public String title() {
        return title;
    }

    /** What to say when it went wrong in a way that nobody foresaw. */
    String failure() {
        return failure;
    }

    /** Where it stands in the order, from 1. */
    int position() {
        return position;
    }

    static ProvisioningStep of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
