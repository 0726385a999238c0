package io.anteroom.clinic.settings;

import io.anteroom.payments.Onboarding;
import io.anteroom.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out how far the current clinic is with setting up. */
@Component
public class SetupChecklist {

    private final PortalSettingsStore store;
    private final Onboarding onboarding;
    private final JdbcClient jdbc;

    SetupChecklist(PortalSettingsStore store, Onboarding onboarding, JdbcClient jdbc) {
        this.store = store;
        this.onboarding = onboarding;
        this.jdbc = jdbc;
    }

    /** How far it is. */
    @Transactional(readOnly = true)
    public SetupProgress progress() {
        PortalDesign plain = PortalDesign.plain(CurrentTenant.get().name());
        PortalSettings settings = store.read(plain);
        return new SetupProgress(
                settings.everPublished() && settings.published().looksUnlike(plain),
                settings.everPublished(),
                anyPatient(),
                onboarding.status().chargesEnabled(),
                settings.on());
    }

    private boolean anyPatient() {
        return jdbc.sql("select exists (select 1 from __tenant__.patient)")
                .query(Boolean.class)
                .single();
    }
}
