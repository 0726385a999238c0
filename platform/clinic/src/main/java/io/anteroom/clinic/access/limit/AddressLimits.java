package io.anteroom.clinic.access.limit;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sqlOrNull;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.SqlTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits of typed addresses, one row each. A row is held from {@link #hold} to the end of the transaction. */
@Component
public class AddressLimits {

    private final JdbcClient jdbc;

    AddressLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The limit of {@code address}, locked; made if there is none. */
    public AddressLimit hold(SignInAddress address) {
        return jdbc.sql("""
                        insert into __tenant__.sign_in_limit (channel, typed) values (:channel, :typed)
                        on conflict (channel, typed) do update set typed = excluded.typed
                        returning sends, wrong_in_row, last_wrong, times_locked, locked_until""")
                .param("channel", address.channel().stored())
                .param("typed", address.value())
                .query(AddressLimits::limit)
                .single();
    }

    /** Stores what became of it. */
    public void save(SignInAddress address, AddressLimit limit) {
        jdbc.sql("""
                        update __tenant__.sign_in_limit
                           set sends = cast(string_to_array(:sends, ',') as timestamptz[]), wrong_in_row = :wrong,
                               last_wrong = :lastWrong, times_locked = :locks, locked_until = :until
                         where channel = :channel and typed = :typed""")
                .param(
                        "sends",
                        String.join(
                                ",",
                                limit.sends().stream()
                                        .map(SqlTimes::sql)
                                        .map(OffsetDateTime::toString)
                                        .toList()))
                .param("wrong", limit.wrongInRow())
                .param("lastWrong", sqlOrNull(limit.lastWrong()))
                .param("locks", limit.timesLocked())
                .param("until", sqlOrNull(limit.lockedUntil()))
                .param("channel", address.channel().stored())
                .param("typed", address.value())
                .update();
    }

    private static AddressLimit limit(ResultSet row, int number) throws SQLException {
        var sends = (java.sql.Timestamp[]) row.getArray("sends").getArray();
        return new AddressLimit(
                Arrays.stream(sends).map(java.sql.Timestamp::toInstant).toList(),
                row.getInt("wrong_in_row"),
                instantOrNull(row, "last_wrong"),
                row.getInt("times_locked"),
                instantOrNull(row, "locked_until"));
    }
}
