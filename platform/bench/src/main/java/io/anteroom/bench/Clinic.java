package io.anteroom.bench;

import io.anteroom.migrations.SchemaId;
import java.util.Locale;

/**
 * A clinic of the benchmark. Its patients have the ids 1 to {@link #PATIENTS}, and so have their accounts and credentials;
 * each has {@link #INVOICES} invoices, those of the first patient being 1 to {@link #INVOICES} and so on.
 *
 * @param number from 1
 * @param id of its schema and tenant
 */
public record Clinic(int number, SchemaId id) {

    /** How many patients a clinic has, all of whom may sign in and are signed in. */
    public static final int PATIENTS = 4;

    /** How many invoices, of two lines each, a patient has: four open ones and two paid ones. */
    public static final int INVOICES = 6;

    /** The base host of the application. */
    public static final String BASE_HOST = "anteroom.test";

    /** The cookie of a patient's session. */
    public static final String SESSION_COOKIE = "anteroom-portal-session";

    /** The first label of its host. */
    public String slug() {
        return slug(number);
    }

    static String slug(int number) {
        return String.format(Locale.ROOT, "clinic-%04d", number);
    }

    /** The host of its portal. */
    public String host() {
        return slug() + "." + BASE_HOST;
    }

    /** What the browser of an account holds as {@link #SESSION_COOKIE}: the same words at each clinic. */
    public static String token(long account) {
        return "session-of-account-" + account;
    }

    /** The address with which an account signs in: the same at each clinic. */
    public static String email(long account) {
        return "patient" + account + "@patients.example";
    }
}
