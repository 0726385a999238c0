package io.anteroom.demo.story;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.demo.RunningDemo;
import io.anteroom.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Harbour Physiotherapy's Patient Authentication, whose methods and ages of parents a test may change: put back at the end,
 * however it ends.
 */
final class SettingsAsTheyWere implements AutoCloseable {

    private final RunningDemo demo = RunningDemo.shared();
    private final AuthenticationSettings before = CurrentTenant.call(
            demo.tenant("harbour"),
            () -> demo.application().getBean(Authentication.class).settings());

    @Override
    public void close() {
        CurrentTenant.run(
                demo.tenant("harbour"),
                () -> demo.application().getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    demo.application()
                            .getBean(JdbcClient.class)
                            .sql("""
                                    update __tenant__.authentication_settings
                                       set passwords = :passwords, short_passwords = :short, self_registration = :selfRegistration,
                                           parents_limited_from = :limitedFrom, parents_end_at = :endsAt""")
                            .param("passwords", before.passwords())
                            .param("short", before.shortPasswords())
                            .param("selfRegistration", before.selfRegistration())
                            .param("limitedFrom", before.parents().limitedFrom())
                            .param("endsAt", before.parents().endsAt())
                            .update();
                    demo.application().getBean(Grants.class).followAges(new Actor.System("Test"));
                }));
    }
}
