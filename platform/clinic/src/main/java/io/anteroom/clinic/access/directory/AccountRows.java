package io.anteroom.clinic.access.directory;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.directory.AccountRow.Address;
import io.anteroom.clinic.access.directory.AccountRow.Opened;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@link AccountDirectory}. */
final class AccountRows {

    private AccountRows() {}

    static AccountRow read(ResultSet row) throws SQLException {
        return new AccountRow(
                new AccountId(row.getLong("id")),
                Objects.requireNonNull(instant(row, "created_at")),
                row.getString("holder_name"),
                patients(row),
                address(row.getString("email"), instant(row, "email_verified")),
                address(row.getString("mobile"), instant(row, "mobile_verified")),
                instant(row, "last_signed_in_at"),
                instant(row, "locked_until"),
                instant(row, "passwords_locked_until"),
                instant(row, "printed_locked_until"));
    }

    private static List<Opened> patients(ResultSet row) throws SQLException {
        Array ids = row.getArray("ids");
        if (ids == null) {
            return List.of();
        }
        Long[] patients = (Long[]) ids.getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        String[] relationships = (String[]) row.getArray("relationships").getArray();
        return IntStream.range(0, patients.length)
                .mapToObj(i -> new Opened(new PatientId(patients[i]), names[i], Relationship.of(relationships[i])))
                .toList();
    }

    private static @Nullable Address address(@Nullable String value, @Nullable Instant verified) {
        return value == null ? null : new Address(value, verified);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
