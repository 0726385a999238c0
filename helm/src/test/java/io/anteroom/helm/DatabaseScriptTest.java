package io.anteroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.DatabaseRoles;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script for administrators does what {@link DatabaseRoles} does, no less and no more. */
class DatabaseScriptTest {

    private static final String RIGHTS = """
            select 'function', oid::regprocedure::text, proacl::text from pg_proc
                where pronamespace = 'pg_catalog'::regnamespace and proacl is not null
            union all select 'table', oid::regclass::text, relacl::text from pg_class
                where relnamespace = 'pg_catalog'::regnamespace and relacl is not null
            union all select 'schema', nspname, nspacl::text from pg_namespace where nspname !~ '^pg_(toast|temp)'
            union all select 'database', '', datacl::text from pg_database where datname = current_database()
            union all select 'extension', extname, extnamespace::regnamespace::text from pg_extension
            union all select 'setting', r.rolname, s.setconfig::text from pg_db_role_setting s
                join pg_roles r on r.oid = s.setrole
                join pg_database d on d.oid = s.setdatabase and d.datname = current_database()
            union all select 'role', rolname, concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb,
                    rolcanlogin, rolreplication, rolbypassrls) from pg_roles where rolname like 'anteroom%'
            order by 1, 2""";

    @Test
    void theScriptGivesAndTakesTheSameRights() throws SQLException, IOException {
        PostgresServer server = PostgresServer.shared();
        server.createDatabase("anteroom");
        List<String> byTheProduct;
        try (Connection superuser = server.connect("anteroom")) {
            DatabaseRoles.prepare(superuser, DocumentedDatabase.PASSWORDS);
            byTheProduct = rights(superuser);
        }
        try (DocumentedDatabase documented = DocumentedDatabase.make();
                Connection superuser = documented.superuser()) {
            assertThat(rights(superuser)).containsExactlyElementsOf(byTheProduct);
        }
        assertThat(byTheProduct).hasSizeGreaterThan(10).anyMatch(right -> right.contains("set_config"));
    }

    private static List<String> rights(Connection connection) throws SQLException {
        List<String> rights = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RIGHTS)) {
            while (rows.next()) {
                rights.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return rights;
    }
}
