package io.anteroom.tenancy.data;

import static io.anteroom.tenancy.data.Fixture.jdbc;
import static io.anteroom.tenancy.data.Fixture.north;
import static io.anteroom.tenancy.data.Fixture.notes;
import static io.anteroom.tenancy.data.Fixture.reading;
import static io.anteroom.tenancy.data.Fixture.south;
import static io.anteroom.tenancy.data.Fixture.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What only reads is a transaction for each statement, and the role holds from its beginning to its end, also where the
 * driver sends its parts one by one: it does so from the second time on with a statement of which it had to ask for the
 * type of a parameter, and whose rows have no greatest length.
 */
class ReadingApartTest {

    @BeforeEach
    void reset() {
        Fixture.reset();
    }

    /** The rows of its only column, with a parameter besides of which the driver does not know the type. */
    private static List<String> texts(String select) {
        return sql().sql(select + " where cast(:none as timestamptz) is null")
                .param("none", null, Types.TIMESTAMP_WITH_TIMEZONE)
                .query(String.class)
                .list();
    }

    @Test
    void theRoleIsHeldHoweverOftenAParameterHasNoType() {
        reading(north(), () -> {
            for (int i = 0; i < 3; i++) {
                assertThat(texts("select text from __tenant__.note")).containsExactly("north 1", "north 2");
                assertThat(texts("select current_user || ' ' || current_setting('transaction_read_only')"))
                        .containsExactly(north().id().role() + " on");
            }
        });
        reading(
                south(),
                () -> assertThat(texts("select text from __tenant__.note")).containsExactly("south 1", "south 2"));
    }

    @Test
    void theLoginBehindTheRoleIsNeverWhatRunsAStatement() {
        String attack = "select u&\"set\\005fconfig\"('role', '" + south().id().role() + "', false)";
        reading(north(), () -> {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> texts(attack)).hasStackTraceContaining("permission denied");
            }
        });
    }

    @Test
    void oneStatementThatFailsDoesNotSpoilTheNext() {
        reading(north(), () -> {
            assertThatThrownBy(() -> texts("select (1 / (id - 1))::text from __tenant__.note"))
                    .hasStackTraceContaining("division by zero");
            assertThat(notes().texts()).containsExactly("north 1", "north 2");
            assertThatThrownBy(() -> jdbc().queryForList("select 1 / 0", String.class))
                    .hasStackTraceContaining("division by zero");
            assertThat(texts("select text from __tenant__.note")).hasSize(2);
        });
        reading(south(), () -> assertThat(notes().texts()).hasSize(2));
    }

    @Test
    void aStatementThatEndsInACommentHidesNothingFromTheNext() {
        String select = "select current_user::text from __tenant__.note -- all of them";
        reading(north(), () -> {
            for (int i = 0; i < 3; i++) {
                assertThat(jdbc().queryForList(select, String.class))
                        .containsOnly(north().id().role());
            }
            assertThatThrownBy(() -> jdbc().execute("update __tenant__.note set text = 'x' -- all of them"))
                    .hasStackTraceContaining("in a read-only transaction");
        });
        reading(
                south(),
                () -> assertThat(jdbc().queryForList(select, String.class))
                        .containsOnly(south().id().role()));
    }
}
