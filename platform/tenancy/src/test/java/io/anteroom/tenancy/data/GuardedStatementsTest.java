package io.anteroom.tenancy.data;

import static io.anteroom.tenancy.data.Fixture.jdbc;
import static io.anteroom.tenancy.data.Fixture.north;
import static io.anteroom.tenancy.data.Fixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** A guarded statement behaves as JDBC says, whether it carries the change of role or not. */
class GuardedStatementsTest {

    @BeforeEach
    void reset() {
        Fixture.reset();
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private static void asFirstOfATransaction(Work work) {
        run(
                north(),
                () -> jdbc().execute((Connection connection) -> {
                    work.on(DataSourceUtils.getTargetConnection(connection));
                    return true;
                }));
    }

    /** Once as a transaction's first statement, once later in it. */
    private static void firstAndLater(Work work) {
        asFirstOfATransaction(work);
        Fixture.reset();
        asFirstOfATransaction(connection -> {
            try (Statement other = connection.createStatement()) {
                other.execute("select 1");
            }
            work.on(connection);
        });
    }

    @Test
    void aStatementIsExecutedAgainWithOtherParameters() {
        firstAndLater(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select text from __tenant__.note where id = ?")) {
                for (long id = 1; id <= 2; id++) {
                    query.setLong(1, id);
                    try (ResultSet row = query.executeQuery()) {
                        assertThat(row.next()).isTrue();
                        assertThat(row.getString(1)).isEqualTo("north " + id);
                        assertThat(row.next()).isFalse();
                    }
                }
            }
        });
    }

    @Test
    void parametersStaySetFromOneExecutionToTheNext() {
        firstAndLater(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select text from __tenant__.note where id = ?")) {
                query.setLong(1, 2);
                for (int i = 0; i < 3; i++) {
                    try (ResultSet row = query.executeQuery()) {
                        assertThat(row.next()).isTrue();
                        assertThat(row.getString(1)).isEqualTo("north 2");
                    }
                }
            }
        });
    }

    @Test
    void executeTellsRowsFromCounts() {
        firstAndLater(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select text from __tenant__.note order by id");
                    PreparedStatement update = connection.prepareStatement("update __tenant__.note set text = 'x'")) {
                assertThat(query.execute()).isTrue();
                assertThat(query.getUpdateCount()).isEqualTo(-1);
                ResultSet rows = query.getResultSet();
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("north 1");
                assertThat(query.getMoreResults()).isFalse();
                assertThat(update.execute()).isFalse();
                assertThat(update.getUpdateCount()).isEqualTo(2);
                assertThat(update.getResultSet()).isNull();
            }
        });
        firstAndLater(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update __tenant__.note set text = 'x'")) {
                assertThat(update.execute()).isFalse();
                assertThat(update.getUpdateCount()).isEqualTo(2);
            }
        });
    }

    @Test
    void aQueryIsNoUpdateAndAnUpdateNoQuery() {
        asFirstOfATransactionThatFails("select text from __tenant__.note", PreparedStatement::executeUpdate);
        asFirstOfATransactionThatFails("delete from __tenant__.note", PreparedStatement::executeQuery);
    }

    private interface Execution {
        void of(PreparedStatement statement) throws SQLException;
    }

    private static void asFirstOfATransactionThatFails(String sql, Execution execution) {
        assertThatThrownBy(() -> asFirstOfATransaction(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        execution.of(statement);
                    }
                }))
                .isInstanceOf(RuntimeException.class)
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void generatedKeysAreTheRowsAndNotTheRole() {
        for (Object wanted : new Object[] {new String[] {"id"}, Statement.RETURN_GENERATED_KEYS}) {
            Fixture.reset();
            firstAndLater(connection -> {
                try (PreparedStatement insert = prepare(connection, wanted)) {
                    insert.setString(1, "a");
                    insert.setString(2, "b");
                    assertThat(insert.executeUpdate()).isEqualTo(2);
                    try (ResultSet keys = insert.getGeneratedKeys()) {
                        assertThat(keys.next()).isTrue();
                        assertThat(keys.getLong(1)).isEqualTo(3);
                        assertThat(keys.next()).isTrue();
                        assertThat(keys.getLong("id")).isEqualTo(4);
                        assertThat(keys.next()).isFalse();
                    }
                }
            });
        }
    }

    private static PreparedStatement prepare(Connection connection, Object wanted) throws SQLException {
        String sql = "insert into __tenant__.note (text) values (?), (?)";
        return switch (wanted) {
            case String[] names -> connection.prepareStatement(sql, names);
            default -> connection.prepareStatement(sql, (Integer) wanted);
        };
    }

    @Test
    void batchesOfOneAndOfManyCountTheirRows() {
        firstAndLater(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into __tenant__.note (text) values (?)")) {
                insert.setString(1, "a");
                insert.addBatch();
                assertThat(insert.executeBatch()).containsExactly(1);
                insert.setString(1, "b");
                insert.addBatch();
                insert.setString(1, "c");
                insert.addBatch();
                assertThat(insert.executeBatch()).containsExactly(1, 1);
                assertThat(insert.executeBatch()).isEmpty();
            }
            try (Statement query = connection.createStatement();
                    ResultSet row =
                            query.executeQuery("select string_agg(text, ' ' order by id) from __tenant__.note")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("north 1 north 2 a b c");
            }
        });
    }

    @Test
    void aBatchThatFailsSaysSo() {
        run(
                north(),
                () -> jdbc().execute((Connection connection) -> {
                    try (PreparedStatement insert = DataSourceUtils.getTargetConnection(connection)
                            .prepareStatement("insert into __tenant__.note (id, text) values (?, 'x')")) {
                        Savepoint before = connection.setSavepoint();
                        insert.setLong(1, 1);
                        insert.addBatch();
                        assertThatThrownBy(insert::executeBatch)
                                .isInstanceOfSatisfying(
                                        BatchUpdateException.class,
                                        failed ->
                                                assertThat(failed.getSQLState()).isEqualTo("23505"));
                        connection.rollback(before);
                    }
                    return true;
                }));
        assertThatThrownBy(() -> asFirstOfATransaction(connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement("insert into __tenant__.note (id, text) values (?, 'x')")) {
                        insert.setLong(1, 1);
                        insert.addBatch();
                        insert.executeBatch();
                    }
                }))
                .hasStackTraceContaining("duplicate key");
    }

    @Test
    void aRollbackToASavepointKeepsTheRole() {
        asFirstOfATransaction(connection -> {
            Savepoint savepoint = connection.setSavepoint();
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("update __tenant__.note set text = 'x'");
                connection.rollback(savepoint);
                try (ResultSet row = statement.executeQuery("select text from __tenant__.note where id = 1")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("north 1");
                }
            }
        });
    }

    @Test
    void arraysGoInAndComeOut() {
        firstAndLater(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                            "update __tenant__.note set tags = ? where id = 1 and 'a' <> all (tags)");
                    Statement query = connection.createStatement()) {
                update.setArray(1, connection.createArrayOf("text", new Object[] {"a", "b,c"}));
                assertThat(update.executeUpdate()).isEqualTo(1);
                try (ResultSet row = query.executeQuery("select tags from __tenant__.note where id = 1")) {
                    assertThat(row.next()).isTrue();
                    assertThat((String[]) row.getArray(1).getArray()).containsExactly("a", "b,c");
                }
            }
        });
    }

    @Test
    void rowsAreReadInPortions() {
        Fixture.TENANTS.run(
                "insert into " + north().id().schema() + ".note (text) select 'n' from generate_series(1, 500)");
        asFirstOfATransaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select id from __tenant__.note where id > ?")) {
                query.setFetchSize(50);
                query.setLong(1, 0);
                int rows = 0;
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows++;
                    }
                }
                assertThat(rows).isEqualTo(502);
            }
        });
    }

    @Test
    void aClosedStatementStaysClosed() {
        asFirstOfATransaction(connection -> {
            PreparedStatement query = connection.prepareStatement("select text from __tenant__.note");
            query.close();
            assertThat(query.isClosed()).isTrue();
            assertThatThrownBy(query::executeQuery).isInstanceOf(SQLException.class);
        });
    }

    @Test
    void metaDataOfAQueryAreKnownBeforeItRuns() {
        asFirstOfATransaction(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select text from __tenant__.note where id = ?")) {
                assertThat(query.getMetaData().getColumnName(1)).isEqualTo("text");
                assertThat(query.getParameterMetaData().getParameterCount()).isEqualTo(1);
            }
        });
    }
}
