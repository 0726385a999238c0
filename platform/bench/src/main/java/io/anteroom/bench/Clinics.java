package io.anteroom.bench;

import io.anteroom.migrations.SchemaId;
import io.anteroom.migrations.TenantSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the clinics: their schemas as sign-up makes them when no spare is left, their rows in bulk. */
final class Clinics {

    /**
     * One for each core. What a new schema tells all backends at its commit is more than PostgreSQL's queue for it holds, so
     * that they forget their catalogs and read them anew; with four on two cores a schema took five times as long.
     */
    private static final int BUILDERS = Runtime.getRuntime().availableProcessors();

    private final Database database;
    private final TenantSchemas schemas;
    private final String rows;

    private Clinics(Database database) {
        this.database = database;
        this.schemas = new TenantSchemas(database.owner(), new SecureRandom());
        this.rows = resource("clinic.sql");
    }

    /** Makes {@code count} of them, several at once. */
    static List<Clinic> make(Database database, int count) throws SQLException, InterruptedException {
        List<Clinic> made = new Clinics(database).make(count);
        database.execute(
                // What autovacuum would else begin in the middle of a measurement.
                "vacuum (analyze) pg_class, pg_attribute, pg_index, pg_constraint, pg_type, pg_depend, pg_shdepend,"
                        + " pg_auth_members, control.tenant_schema, control.tenant",
                "checkpoint");
        return made;
    }

    private List<Clinic> make(int count) throws InterruptedException {
        List<Clinic> made = new ArrayList<>();
        try (var builders = Executors.newFixedThreadPool(BUILDERS)) {
            List<Future<Clinic>> coming = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                int number = i;
                coming.add(builders.submit(() -> make(new Clinic(number, schema(number)))));
            }
            for (Future<Clinic> clinic : coming) {
                made.add(clinic.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A clinic could not be made", failed);
        }
        return List.copyOf(made);
    }

    private SchemaId schema(int number) {
        return schemas.claim("benchmark " + number);
    }

    /**
     * Writes a clinic's rows, over a connection that ends with them. A backend keeps the plans by which it checked foreign keys,
     * forty for each clinic, and goes through all of them each time it hears of a changed table; one that also made the
     * next schemas took the longer over each, and would have been slow in what is measured.
     */
    private Clinic make(Clinic clinic) throws SQLException {
        try (Connection connection = database.ownersOwn();
                Statement statement = connection.createStatement()) {
            statement.execute(rows.replace("{id}", clinic.id().value())
                    .replace("{slug}", clinic.slug())
                    .replace("{patients}", Integer.toString(Clinic.PATIENTS))
                    .replace("{invoices}", Integer.toString(Clinic.INVOICES)));
            return clinic;
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Clinics.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
