package io.anteroom.migrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The table in which Flyway keeps what was applied to a schema, read and written as Flyway itself would. */
final class History {

    static final String TABLE = "flyway_schema_history";

    /** As Flyway creates it; a test compares the two. */
    static final String CREATE = """
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

    private History() {}

    /** The row of one applied file. */
    private record Row(String version, int checksum, boolean success) {}

    /** The statement that enters {@code file} as the {@code rank}th one applied. */
    static String entry(Statement statement, int rank, Migrations.File file) throws SQLException {
        return "insert into flyway_schema_history (installed_rank, version, description, type, script,"
                + " checksum, installed_by, execution_time, success) values ("
                + rank + ", "
                + statement.enquoteLiteral(file.version()) + ", "
                + statement.enquoteLiteral(file.description()) + ", "
                + statement.enquoteLiteral(file.type()) + ", "
                + statement.enquoteLiteral(file.script()) + ", "
                + file.checksum() + ", current_user, 0, true);\n";
    }

    /** The query whose rows {@link #applied} reads. */
    static String query(String schema) {
        return "select version, checksum, success from " + schema + "." + TABLE + " order by installed_rank";
    }

    /**
     * How many of {@code files} were applied, from the first one on.
     *
     * @throws UpgradeFailedException if what was applied is not the beginning of {@code files}
     */
    static int applied(ResultSet rows, List<Migrations.File> files) throws SQLException {
        List<Row> history = new ArrayList<>();
        while (rows.next()) {
            history.add(new Row(rows.getString(1), rows.getInt(2), rows.getBoolean(3)));
        }
        if (history.size() > files.size()) {
            throw new UpgradeFailedException("A newer release has migrated this schema", false);
        }
        for (int i = 0; i < history.size(); i++) {
            Row row = history.get(i);
            Migrations.File file = files.get(i);
            if (!row.success() || !file.version().equals(row.version()) || file.checksum() != row.checksum()) {
                throw new UpgradeFailedException(
                        "What was applied to this schema is not " + file.script() + " as it is now", false);
            }
        }
        return history.size();
    }
}
