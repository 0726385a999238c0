package io.anteroom.clinic.access.authentication;

import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.CredentialChannel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the row of the clinic's settings. */
@Component
class SettingsRow {

    private final JdbcClient jdbc;

    SettingsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks it: others who change it, and whoever gives access, wait until the transaction ends. */
    void lock() {
        jdbc.sql("select sole from __tenant__.authentication_settings for update")
                .query(Boolean.class)
                .single();
    }

    /** Writes all but the account model. */
    void write(AuthenticationSettings wanted) {
        jdbc.sql("""
                        update __tenant__.authentication_settings
                           set email_codes = :email, mobile_codes = :mobile, passwords = :passwords,
                               short_passwords = :shortPasswords, passkeys = :passkeys,
                               self_registration = :selfRegistration, elevation_minutes = :elevation, session_hours = :session,
                               patients_may_revoke = :revoke, parents_limited_from = cast(:limitedFrom as smallint),
                               parents_end_at = cast(:endAt as smallint)""")
                .param("email", wanted.codesTo().contains(CredentialChannel.EMAIL))
                .param("mobile", wanted.codesTo().contains(CredentialChannel.MOBILE))
                .param("passwords", wanted.passwords())
                .param("shortPasswords", wanted.shortPasswords())
                .param("passkeys", wanted.passkeys())
                .param("selfRegistration", wanted.selfRegistration())
                .param("elevation", wanted.elevation().toMinutes())
                .param("session", wanted.session().toHours())
                .param("revoke", wanted.patientsMayRevoke())
                .param("limitedFrom", wanted.parents().limitedFrom())
                .param("endAt", wanted.parents().endsAt())
                .update();
    }

    /**
     * Writes the account model, and by the foreign key into every grant.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if a grant contradicts it
     */
    void write(AccountModel model, boolean oneAccountPerRecord) {
        jdbc.sql("""
                        update __tenant__.authentication_settings
                           set one_patient_per_account = :onePatient, one_account_per_record = :oneAccount""")
                .param("onePatient", model == AccountModel.ONE_PATIENT_PER_ACCOUNT)
                .param("oneAccount", oneAccountPerRecord)
                .update();
    }
}
