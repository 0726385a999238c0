package io.anteroom.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What each role's login may do in the control schema: what {@code control-rights.sql} grants, and nothing else. */
final class ControlRights {

    private static final String FILE = "control-rights.sql";

    /** Rights on relations take those on their columns with them. PostgreSQL gives functions to everybody by itself. */
    private static final String NOBODYS = """
            do $$
            declare
                logins text := (select string_agg(quote_ident(rolname), ', ') from pg_roles
                                where rolname ~ '^anteroom_' and rolname <> current_user);
                it record;
            begin
                execute 'revoke all on schema control from ' || logins;
                for it in select c.oid::regclass as name, case c.relkind when 'S' then 'sequence' else 'table' end as kind
                          from pg_class c
                          where c.relnamespace = 'control'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                loop
                    execute format('revoke all on %s %s from %s', it.kind, it.name, logins);
                end loop;
                execute 'revoke all on all functions in schema control from public, ' || logins;
            end $$;
            """;

    private ControlRights() {}

    /** Gives them, in the transaction of {@code owner}'s connection: nobody goes without for a moment. */
    static void grant(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(NOBODYS + read());
        }
    }

    private static String read() {
        try (InputStream file = ControlRights.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("No " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
