package io.anteroom.clinic.access;

import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row of what the clinic has decided about signing in. */
@Component
class AuthenticationStore {

    private final JdbcClient jdbc;

    AuthenticationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AuthenticationSettings read() {
        return jdbc.sql("""
                        select one_patient_per_account, one_account_per_record, email_codes, mobile_codes, passwords,
                               short_passwords, passkeys, self_registration, elevation_minutes, session_hours, patients_may_revoke,
                               parents_limited_from, parents_end_at
                          from __tenant__.authentication_settings""").query(AuthenticationStore::settings).single();
    }

    private static AuthenticationSettings settings(ResultSet row, int number) throws SQLException {
        var codesTo = EnumSet.noneOf(CredentialChannel.class);
        if (row.getBoolean("email_codes")) {
            codesTo.add(CredentialChannel.EMAIL);
        }
        if (row.getBoolean("mobile_codes")) {
            codesTo.add(CredentialChannel.MOBILE);
        }
        return new AuthenticationSettings(
                row.getBoolean("one_patient_per_account")
                        ? AccountModel.ONE_PATIENT_PER_ACCOUNT
                        : AccountModel.FAMILY_ACCOUNTS,
                row.getBoolean("one_account_per_record"),
                codesTo,
                row.getBoolean("passwords"),
                row.getBoolean("short_passwords"),
                row.getBoolean("passkeys"),
                row.getBoolean("self_registration"),
                Duration.ofMinutes(row.getInt("elevation_minutes")),
                Duration.ofHours(row.getInt("session_hours")),
                row.getBoolean("patients_may_revoke"),
                new AgeRule(
                        row.getObject("parents_limited_from", Integer.class),
                        row.getObject("parents_end_at", Integer.class)));
    }
}
