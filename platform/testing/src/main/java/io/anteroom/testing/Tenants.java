package io.anteroom.testing;

import io.anteroom.migrations.DatabasePasswords;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two clinics of every test. Their ids collide: the first patient of each has the same number. */
public final class Tenants {

    private Tenants() {}

    /** In London, invoicing in pounds. */
    public static Tenant north() {
        return TestDatabase.shared().north();
    }

    /** In Tokyo, invoicing in yen. */
    public static Tenant south() {
        return TestDatabase.shared().south();
    }

    /** Both. */
    public static List<Tenant> both() {
        return List.of(north(), south());
    }

    /** Empties every table and puts the two back; {@link CleanSlate} does so before each test that Spring runs. */
    public static void clean() {
        TestDatabase.shared().clean();
    }

    /** The whole test database as superuser, for what the logins of the application may not look at or change. */
    public static JdbcClient superuser() {
        return TestDatabase.shared().superuser();
    }

    /**
     * The passwords of the logins. Logins are the server's, not one database's: a test that prepares another database there
     * gives them the same again.
     */
    public static DatabasePasswords passwords() {
        return TestDatabase.PASSWORDS;
    }

    /** Does {@code work} as {@link #north()}. */
    public static void inNorth(Runnable work) {
        CurrentTenant.run(north(), work);
    }

    /** Does {@code work} as {@link #south()}. */
    public static void inSouth(Runnable work) {
        CurrentTenant.run(south(), work);
    }
}
