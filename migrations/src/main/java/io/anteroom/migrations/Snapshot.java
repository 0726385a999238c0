package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Builds a clinic's schema at the newest version in one go: all files in one round trip, with the history rows that
 * Flyway would have written, so that Flyway finds nothing left to do. Some 90 ms where Flyway takes 220.
 */
final class Snapshot {

    private final Migrations migrations;

    private Snapshot(Migrations migrations) {
        this.migrations = migrations;
    }

    static Snapshot read(DataSource owner) {
        return new Snapshot(Migrations.read(owner, "tenant"));
    }

    Migrations migrations() {
        return migrations;
    }

    /** Makes role, schema, tables, history and rights, in the transaction of {@code connection}. */
    void build(Connection connection, SchemaId id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql(statement, id.schema()));
            Rights.grant(connection, id.schema(), id.schema(), migrations.appendOnly());
        }
    }

    /** The role and the empty schema alone, which is where Flyway itself can begin. */
    static String emptySchema(String schema) {
        return """
                create role %1$s nologin noinherit;
                grant %1$s to %2$s with inherit false, set true;
                create schema %1$s;
                """.formatted(schema, DatabaseRoles.TENANT);
    }

    private String sql(Statement statement, String schema) throws SQLException {
        StringBuilder sql = new StringBuilder(emptySchema(schema));
        sql.append("set local search_path = ").append(schema).append(", extensions, pg_temp;\n");
        sql.append(HISTORY);
        int rank = 0;
        for (Migrations.File file : migrations.files()) {
            sql.append(file.sql()).append("\n;\n");
            sql.append("insert into flyway_schema_history (installed_rank, version, description, type, script,")
                    .append(" checksum, installed_by, execution_time, success) values (")
                    .append(++rank)
                    .append(", ")
                    .append(statement.enquoteLiteral(file.version()))
                    .append(", ")
                    .append(statement.enquoteLiteral(file.description()))
                    .append(", ")
                    .append(statement.enquoteLiteral(file.type()))
                    .append(", ")
                    .append(statement.enquoteLiteral(file.script()))
                    .append(", ")
                    .append(file.checksum())
                    .append(", current_user, 0, true);\n");
        }
        return sql.toString();
    }

    /** As Flyway creates it; a test compares the two. */
    private static final String HISTORY = """
            create table flyway_schema_history (
                installed_rank int not null,
                version varchar(50),
                description varchar(200) not null,
                type varchar(20) not null,
                script varchar(1000) not null,
                checksum integer,
                installed_by varchar(100) not null,
                installed_on timestamp not null default now(),
                execution_time integer not null,
                success boolean not null
            );
            alter table flyway_schema_history add constraint flyway_schema_history_pk primary key (installed_rank);
            create index flyway_schema_history_s_idx on flyway_schema_history (success);
            """;
}
