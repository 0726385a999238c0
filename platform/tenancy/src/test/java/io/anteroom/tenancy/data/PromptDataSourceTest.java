package io.anteroom.tenancy.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.datasource.AbstractDataSource;

class PromptDataSourceTest {

    private final AtomicLong time = new AtomicLong(TimeUnit.DAYS.toNanos(1));
    private final Login login = new Login();
    private final PromptDataSource source = new PromptDataSource(login, time::get);

    @BeforeEach
    void itFailsOnce() {
        login.down = true;
        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
    }

    @Test
    void behindAnEmptyPoolNobodyWaitsForAServerThatJustFailed() {
        assertThatThrownBy(() -> source.requireHope(0)).isInstanceOf(SQLTransientConnectionException.class);
    }

    @Test
    void withAConnectionLeftOneMayHope() {
        assertThatCode(() -> source.requireHope(1)).doesNotThrowAnyException();
    }

    @Test
    void theFirstSuccessEndsIt() throws SQLException {
        login.down = false;
        source.getConnection();

        assertThatCode(() -> source.requireHope(0)).doesNotThrowAnyException();
    }

    @Test
    void aFailureThatWasLongAgoSaysNothing() {
        time.addAndGet(PromptDataSource.REMEMBERED);

        assertThatCode(() -> source.requireHope(0)).doesNotThrowAnyException();
    }

    @Test
    void onAFreshProcessOneMayHope() {
        var fresh = new PromptDataSource(login, () -> 0);

        assertThatCode(() -> fresh.requireHope(0)).doesNotThrowAnyException();
    }

    private static final class Login extends AbstractDataSource {

        private boolean down;

        @Override
        public Connection getConnection() throws SQLException {
            if (down) {
                throw new SQLException("refused", "08001");
            }
            return Mockito.mock(Connection.class);
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
