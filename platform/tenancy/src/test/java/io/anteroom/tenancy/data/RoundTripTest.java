package io.anteroom.tenancy.data;

import static io.anteroom.tenancy.data.Fixture.entities;
import static io.anteroom.tenancy.data.Fixture.jdbc;
import static io.anteroom.tenancy.data.Fixture.north;
import static io.anteroom.tenancy.data.Fixture.notes;
import static io.anteroom.tenancy.data.Fixture.reading;
import static io.anteroom.tenancy.data.Fixture.run;
import static io.anteroom.tenancy.data.Fixture.south;
import static io.anteroom.tenancy.data.Fixture.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.CurrentTenant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The change of tenant costs no round trip: what is counted here is what one fixed schema would cost, a round trip for
 * each statement and one for the commit.
 */
class RoundTripTest {

    /**
     * All three connections of the pool are open, two by the north, whose share they are, and one by the south, so it
     * opens none meanwhile; and {@link Fixture} has it ask none whether it is still alive. What is counted is then what the
     * work itself sends.
     */
    @BeforeEach
    void warm() {
        Fixture.reset();
        TransactionTemplate another = new TransactionTemplate(Fixture.transactions());
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        run(north(), () -> {
            notes().texts();
            another.executeWithoutResult(ignored -> {
                notes().texts();
                CompletableFuture.runAsync(() -> run(south(), () -> notes().texts()))
                        .join();
            });
        });
    }

    private static int roundTrips(Runnable work) {
        return Fixture.WIRE.during(() -> run(north(), work));
    }

    @Test
    void fourQueriesAndACommitTakeFive() {
        assertThat(roundTrips(() -> {
                    for (int i = 0; i < 4; i++) {
                        sql().sql("select text from __tenant__.note where id = ?")
                                .param(1)
                                .query(String.class)
                                .single();
                    }
                }))
                .isEqualTo(5);
    }

    @Test
    void findingAnEntityTakesTwo() {
        assertThat(roundTrips(() -> entities().find(Note.class, 1L))).isEqualTo(2);
    }

    @Test
    void whatOnlyReadsHasNothingToCommit() {
        assertThat(Fixture.WIRE.during(() -> CurrentTenant.run(north(), () -> notes().findById(1))))
                .isEqualTo(1);
    }

    @Test
    void threeQueriesThatOnlyReadTakeThree() {
        assertThat(Fixture.WIRE.during(() -> reading(north(), () -> {
                    notes().texts();
                    entities().find(Note.class, 1L);
                    sql().sql("select text from __tenant__.note where id = ?")
                            .param(2)
                            .query(String.class)
                            .single();
                })))
                .isEqualTo(3);
    }

    @Test
    void savingANewEntityTakesTwo() {
        assertThat(roundTrips(() -> entities().persist(new Note("new")))).isEqualTo(2);
    }

    @Test
    void changingAnEntityTakesThree() {
        assertThat(roundTrips(() -> entities().find(Note.class, 1L).say("changed at " + System.nanoTime())))
                .isEqualTo(3);
    }

    @Test
    void anUpdateTakesTwo() {
        assertThat(roundTrips(() -> sql().sql("update __tenant__.note set text = ? where id = 1")
                        .param("changed")
                        .update()))
                .isEqualTo(2);
    }

    @Test
    void aStatementWithoutParametersTakesTwo() {
        assertThat(roundTrips(() -> jdbc().queryForList("select text from __tenant__.note", String.class)))
                .isEqualTo(2);
    }

    @Test
    void aBatchOfOneRowTakesTwo() {
        assertThat(roundTrips(() -> jdbc().batchUpdate(
                                "insert into __tenant__.note (text) values (?)",
                                List.<Object[]>of(new Object[] {"a"}))))
                .isEqualTo(2);
    }

    @Test
    void aLongerBatchTakesOneMoreForTheRole() {
        assertThat(roundTrips(() -> jdbc().batchUpdate(
                                "insert into __tenant__.note (text) values (?)",
                                List.of(new Object[] {"a"}, new Object[] {"b"}, new Object[] {"c"}))))
                .isEqualTo(3);
    }

    @Test
    void aTransactionWithoutSqlTakesNone() {
        assertThat(roundTrips(() -> {})).isZero();
    }
}
