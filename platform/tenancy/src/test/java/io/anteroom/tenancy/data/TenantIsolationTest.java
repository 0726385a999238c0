package io.anteroom.tenancy.data;

import static io.anteroom.tenancy.data.Fixture.in;
import static io.anteroom.tenancy.data.Fixture.jdbc;
import static io.anteroom.tenancy.data.Fixture.north;
import static io.anteroom.tenancy.data.Fixture.reading;
import static io.anteroom.tenancy.data.Fixture.run;
import static io.anteroom.tenancy.data.Fixture.south;
import static io.anteroom.tenancy.data.Fixture.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Tries to get out of one tenant's data by SQL, as somebody would who can inject any text into a statement. */
class TenantIsolationTest {

    @BeforeEach
    void reset() {
        Fixture.reset();
    }

    /** What north's attacker writes; {@code SOUTH} is the other schema, which anyone can find in the catalog. */
    private static String aimed(String text) {
        return text.replace("SOUTH", south().id().schema());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select text from SOUTH.note",
                "select text from \"SOUTH\".note",
                "select count(*) from SOUTH.note",
                "select text from __tenant__.note union all select text from SOUTH.note",
                "with theirs as (select text from SOUTH.note) select text from theirs",
                "select query_to_xml('select text from SOUTH.note', true, false, '')::text",
                "select table_to_xml('SOUTH.note'::regclass, true, false, '')::text",
                "select schema_to_xml('SOUTH', true, false, '')::text",
                "insert into SOUTH.note (text) values ('from north')",
                "update SOUTH.note set text = 'from north'",
                "delete from SOUTH.note",
                "with gone as (delete from SOUTH.note returning text) select text from gone",
                "select nextval('SOUTH.note_id_seq')",
                "select text from ts_stat('select to_tsvector(text) from SOUTH.note') as stat(text, a, b)",
                "select slug from control.tenant",
                "select control.put_work('tenant-work', 'aaaaaaaaaaaa', 'mail', '1', now())::text",
                "select pg_notify('tenant_changed', 'x')::text",
                "select lo_create(0)::text",
                "select pg_read_file('postgresql.conf')",
                "select rolpassword from pg_authid",
                "update pg_settings set setting = 'SOUTH' where name = 'role'",
                "select u&\"set\\005fconfig\"('role', 'SOUTH', false)",
                "select version from __tenant__.flyway_schema_history",
            })
    void oneStatementReachesNothingOfAnotherSchema(String attack) {
        assertThatThrownBy(() -> run(north(), () -> jdbc().execute(aimed(attack))))
                .hasStackTraceContaining("permission denied");
        assertThatSouthIsUntouched();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select text from SOUTH.note",
                "select query_to_xml('select text from SOUTH.note', true, false, '')::text",
                "with gone as (delete from SOUTH.note returning text) select text from gone",
                "select slug from control.tenant",
                "select u&\"set\\005fconfig\"('role', 'SOUTH', false)",
            })
    void norDoesOneThatOnlyReadsAndStandsApart(String attack) {
        reading(
                north(),
                () -> assertThatThrownBy(() -> jdbc().queryForList(aimed(attack), String.class))
                        .hasStackTraceContaining("permission denied"));
        assertThatSouthIsUntouched();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update __tenant__.note set text = 'x'",
                "with gone as (delete from __tenant__.note returning text) select text from gone",
                "select text from __tenant__.note for update",
            })
    void whatOnlyReadsChangesNothing(String change) {
        reading(
                north(),
                () -> assertThatThrownBy(() -> jdbc().execute(change))
                        .hasStackTraceContaining("in a read-only transaction"));
    }

    @Test
    void eachStatementOfWhatOnlyReadsHasTheRoleAndGivesItBack() {
        reading(north(), () -> {
            for (int i = 0; i < 3; i++) {
                assertThat(jdbc().queryForObject("select current_user", String.class))
                        .isEqualTo(north().id().role());
            }
        });
        reading(
                south(),
                () -> assertThat(jdbc().queryForObject("select current_user", String.class))
                        .isEqualTo(south().id().role()));
    }

    /** A batch, or rows that come by and by, need more than one message; then the transaction is one after all. */
    @Test
    void whatReadsByAndByIsOneTransaction() {
        reading(north(), () -> {
            JdbcTemplate slowly = new JdbcTemplate(Fixture.dataSource());
            slowly.setFetchSize(1);
            assertThat(slowly.queryForList("select text from __tenant__.note order by id", String.class))
                    .containsExactly("north 1", "north 2");
            assertThat(jdbc().queryForObject("select current_user", String.class))
                    .isEqualTo(north().id().role());
            assertThatThrownBy(() -> jdbc().batchUpdate("update __tenant__.note set text = 'x'", "select 1"))
                    .hasStackTraceContaining("in a read-only transaction");
        });
    }

    static List<String> stacked() {
        List<String> first =
                List.of("select 1", "select 1 /* ; */", "select ';'", "update __tenant__.note set text = 'x'");
        List<String> second = List.of(
                "select text from SOUTH.note",
                "set role SOUTH",
                "set local role SOUTH",
                "set session authorization SOUTH",
                "reset role",
                "reset all",
                "discard all",
                "set search_path = SOUTH",
                "do $$ begin perform 1; end $$",
                "commit",
                "rollback",
                "begin",
                "explain select 1",
                "prepare x as select 1",
                "execute x",
                "deallocate all",
                "copy (select 1) to stdout",
                "listen work",
                "notify work",
                "lock table __tenant__.note",
                "create table x (y int)",
                "call x()",
                "savepoint x");
        return second.stream()
                .flatMap(other -> first.stream().map(one -> one + "; " + other))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("stacked")
    void stackedStatementsAreRefusedBeforeTheyAreSent(String attack) {
        run(north(), () -> {
            assertThatThrownBy(() -> jdbc().execute(aimed(attack))).hasStackTraceContaining("2 statements in one");
            assertThatThrownBy(() -> jdbc().queryForList(aimed(attack) + " -- ?", "x"))
                    .hasStackTraceContaining("2 statements in one");
            assertThatThrownBy(() -> jdbc().batchUpdate(aimed(attack))).hasStackTraceContaining("2 statements in one");
        });
        assertThatSouthIsUntouched();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role SOUTH",
                "set local role SOUTH",
                "/* select */ set role none",
                "-- select\nset role none",
                "reset role",
                "do $$ begin perform 1; end $$",
                "explain select 1",
                "explain analyze delete from __tenant__.note",
                "prepare x as select 1",
                "execute x",
                "copy __tenant__.note to stdout",
                "create temporary table note (id bigint)",
                "truncate __tenant__.note",
                "lock table __tenant__.note",
                "listen work",
                "declare c cursor for select 1",
                "fetch all from c",
                "begin",
                "commit",
                "alter role current_user password 'x'",
                "grant all on __tenant__.note to public",
                "vacuum",
                "{call x()}"
            })
    void onlyQueriesAndChangesOfRowsPass(String attack) {
        run(
                north(),
                () -> assertThatThrownBy(() -> jdbc().execute(aimed(attack)))
                        .hasStackTraceContaining("no query and no change of rows"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('role', 'SOUTH', true)",
                "select SET_CONFIG('role', 'none', false)",
                "select pg_catalog . set_config ('search_path', 'SOUTH', false)",
                "with x as (select set_config('role', 'none', false)) select 1 from x",
            })
    void theFunctionThatChangesRolesIsRefusedByItsName(String attack) {
        run(
                north(),
                () -> assertThatThrownBy(() -> jdbc().execute(aimed(attack))).hasStackTraceContaining("set_config"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select {fn now()}", "select {d '2026-01-01'}"})
    void jdbcEscapesAreRefusedSinceTheyChangeTheTextThatWasChecked(String attack) {
        run(north(), () -> assertThatThrownBy(() -> jdbc().execute(attack)).hasStackTraceContaining("JDBC escape"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "-- select 1", "/* select 1 */"})
    void noStatementAtAllIsRefused(String nothing) {
        run(
                north(),
                () -> assertThatThrownBy(() -> jdbc().execute(nothing))
                        .hasRootCauseInstanceOf(RefusedSqlException.class));
    }

    @Test
    void unqualifiedNamesFindNothing() {
        assertThatThrownBy(() -> run(north(), () -> jdbc().execute("select text from note")))
                .hasStackTraceContaining("does not exist");
        assertThatThrownBy(() -> run(north(), () -> jdbc().execute("select text from __TENANT__.note")))
                .hasStackTraceContaining("does not exist");
    }

    @Test
    void theMarkerNamesTheBoundTenantInALiteralToo() {
        assertThat(in(
                        north(),
                        () -> sql().sql("select '__tenant__'")
                                .query(String.class)
                                .single()))
                .isEqualTo(north().id().schema());
    }

    @Test
    void noTraceOfATenantStaysOnTheConnectionItLeaves() {
        String role = "select current_user || ' ' || current_setting('role') || ' ' || current_setting('search_path')";
        for (int i = 0; i < 4; i++) {
            for (var tenant : List.of(north(), south())) {
                assertThat(in(tenant, () -> sql().sql(role).query(String.class).single()))
                        .isEqualTo(tenant.id().role() + " " + tenant.id().role() + " extensions, pg_temp");
            }
        }
        assertThat(Fixture.TENANTS.lines("select count(*) from pg_class where relpersistence = 't'"))
                .containsExactly("0");
    }

    @Test
    void aConnectionOnWhichARightWasMissingIsNotKept() {
        String backend = "select pg_backend_pid()";
        Integer before =
                in(north(), () -> sql().sql(backend).query(Integer.class).single());
        assertThatThrownBy(() -> run(north(), () -> {
                    assertThat(sql().sql(backend).query(Integer.class).single()).isEqualTo(before);
                    jdbc().execute(aimed("select text from SOUTH.note"));
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(in(north(), () -> sql().sql(backend).query(Integer.class).single()))
                .isNotEqualTo(before);
    }

    @Test
    void aPlanThatNoLongerFitsItsTableFailsOnceAndIsForgotten() {
        run(north(), () -> {
            sql().sql("select 1").query(Integer.class).single();
            kinds();
        });
        Fixture.TENANTS.run("alter table " + north().id().schema() + ".note alter column kind type varchar(20)");
        try {
            assertThatThrownBy(() -> run(north(), () -> {
                        sql().sql("select 1").query(Integer.class).single();
                        kinds();
                    }))
                    .hasStackTraceContaining("cached plan must not change result type");
            assertThat(in(north(), () -> kinds())).hasSize(2);
        } finally {
            Fixture.TENANTS.run("alter table " + north().id().schema() + ".note alter column kind type text");
        }
    }

    private static List<String> kinds() {
        return sql().sql("select kind from __tenant__.note where id > ?")
                .param(0)
                .query(String.class)
                .list();
    }

    @Test
    void attacksOfOneTenantAndPagesOfTheOtherNeverMix() {
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
            for (int i = 0; i < 100; i++) {
                threads.execute(() -> {
                    try {
                        run(north(), () -> jdbc().execute(aimed("update SOUTH.note set text = 'from north'")));
                        wrong.add("the attack went through");
                    } catch (RuntimeException refused) {
                        // as it should be
                    }
                });
                threads.execute(() -> {
                    try {
                        List<String> texts = in(south(), () -> Fixture.notes().texts());
                        if (!texts.equals(List.of("south 1", "south 2"))) {
                            wrong.add(texts.toString());
                        }
                    } catch (RuntimeException failed) {
                        wrong.add(failed.toString());
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingThatAConnectionHandsOutLeadsAroundTheGuard() {
        run(
                north(),
                () -> jdbc().execute((Connection connection) -> {
                    Connection guarded = DataSourceUtils.getTargetConnection(connection);
                    Statement statement = guarded.createStatement();
                    ResultSet rows = statement.executeQuery("select text, tags from __tenant__.note");
                    PreparedStatement prepared =
                            guarded.prepareStatement("select text from __tenant__.note where id = ?");
                    prepared.setLong(1, 1);
                    ResultSet preparedRows = prepared.executeQuery();
                    assertThat(rows.next()).isTrue();

                    assertThat(rows.getStatement()).isSameAs(statement);
                    assertThat(preparedRows.getStatement()).isSameAs(prepared);
                    for (Connection reached : List.of(
                            statement.getConnection(),
                            prepared.getConnection(),
                            rows.getStatement().getConnection(),
                            guarded.getMetaData().getConnection())) {
                        assertThat(reached).isSameAs(guarded);
                    }
                    assertRefused(() -> guarded.unwrap(org.postgresql.PGConnection.class));
                    assertRefused(() -> guarded.getMetaData().unwrap(org.postgresql.jdbc.PgDatabaseMetaData.class));
                    assertRefused(() -> guarded.getMetaData().getTables(null, null, null, null));
                    assertRefused(() -> statement.unwrap(org.postgresql.PGStatement.class));
                    assertRefused(() -> rows.unwrap(org.postgresql.jdbc.PgResultSet.class));
                    assertThat(guarded.isWrapperFor(org.postgresql.PGConnection.class))
                            .isFalse();
                    assertRefused(() -> rows.getArray(2).getResultSet());
                    assertRefused(() -> ((java.sql.Array) rows.getObject(2)).getResultSet());
                    assertRefused(() ->
                            guarded.createArrayOf("text", new Object[] {"a"}).getResultSet());
                    assertRefused(() -> guarded.prepareCall("select 1"));
                    assertRefused(() -> guarded.nativeSQL("select 1"));
                    assertRefused(() -> guarded.setAutoCommit(true));
                    assertRefused(() -> guarded.setSchema("public"));
                    assertThatThrownBy(() -> guarded.setClientInfo("ApplicationName", "x"))
                            .isInstanceOf(java.sql.SQLClientInfoException.class);
                    assertRefused(guarded::createBlob);
                    assertRefused(guarded::createSQLXML);
                    assertRefused(
                            () -> guarded.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE));
                    assertRefused(() -> rows.updateString(1, "x"));
                    assertRefused(rows::deleteRow);
                    assertRefused(() -> statement.setEscapeProcessing(true));
                    assertRefused(() -> prepared.executeQuery("select 1"));
                    return true;
                }));
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    private static void assertRefused(Attempt attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(RefusedSqlException.class);
    }

    private static void assertThatSouthIsUntouched() {
        assertThat(in(south(), () -> Fixture.notes().texts())).containsExactly("south 1", "south 2");
    }
}
