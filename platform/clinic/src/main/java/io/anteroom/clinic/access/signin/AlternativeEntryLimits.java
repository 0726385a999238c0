package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sqlOrNull;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AddressLimit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits of other proofs than a code that was sent, for each typed address; they count nothing that was sent. */
@Component
class AlternativeEntryLimits {

    private final JdbcClient jdbc;

    AlternativeEntryLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The limit of {@code address}, locked to the end of the transaction; made if there is none. */
    AddressLimit hold(SignInAddress address) {
        return jdbc.sql("""
                        insert into __tenant__.recovery_limit (channel, typed) values (:channel, :typed)
                        on conflict (channel, typed) do update set typed = excluded.typed
                        returning wrong_in_row, last_wrong, times_locked, locked_until""")
                .param("channel", address.channel().stored())
                .param("typed", address.value())
                .query((row, number) -> new AddressLimit(
                        List.of(),
                        row.getInt("wrong_in_row"),
                        instantOrNull(row, "last_wrong"),
                        row.getInt("times_locked"),
                        instantOrNull(row, "locked_until")))
                .single();
    }

    /** Stores what became of it. */
    void save(SignInAddress address, AddressLimit limit) {
        jdbc.sql("""
                        update __tenant__.recovery_limit
                           set wrong_in_row = :wrong, last_wrong = :lastWrong, times_locked = :locks, locked_until = :until
                         where channel = :channel and typed = :typed""")
                .param("wrong", limit.wrongInRow())
                .param("lastWrong", sqlOrNull(limit.lastWrong()))
                .param("locks", limit.timesLocked())
                .param("until", sqlOrNull(limit.lockedUntil()))
                .param("channel", address.channel().stored())
                .param("typed", address.value())
                .update();
    }
}
