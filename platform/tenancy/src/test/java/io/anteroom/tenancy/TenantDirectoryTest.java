package io.anteroom.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The directory answers from memory; nothing but the database's notices tells it that it is out of date. */
class TenantDirectoryTest {

    private static final String CUT_THE_LISTENER =
            "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = 'directory'";

    @SuppressWarnings("NullAway.Init")
    private static TwoTenants tenants;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext application;

    @SuppressWarnings("NullAway.Init")
    private static TenantDirectory directory;

    @BeforeAll
    static void start() {
        tenants = TwoTenants.in("directory");
        application = TestApplication.start(
                tenants,
                tenants.url(),
                context -> context.registerBean("clock", java.time.Clock.class, () -> new MovableClock()));
        directory = application.getBean(TenantDirectory.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void asTheyWere() {
        tenants.run("update control.tenant set slug = 'north', state = 'ACTIVE' where id = '" + north() + "'");
        await().until(() -> directory.bySlug("north").equals(Optional.of(tenants.north()))
                && directory.byId(north()).equals(Optional.of(tenants.north())));
    }

    private static TenantId north() {
        return tenants.north().id();
    }

    @Test
    void tenantsAreFoundBySlugAndById() {
        assertThat(directory.bySlug("south")).contains(tenants.south());
        assertThat(directory.byId(north())).contains(tenants.north());
        assertThat(directory.bySlug("nobody")).isEmpty();
        assertThat(directory.bySlug("North")).isEmpty();
        assertThat(directory.bySlug("no/slug\u0000")).isEmpty();
        assertThat(directory.byId(new TenantId("aaaaaaaaaaaa"))).isEmpty();
    }

    @Test
    void aSuspendedTenantIsKnownAsSuchSoon() {
        assertThat(directory.byId(north()).orElseThrow().state()).isEqualTo(TenantState.ACTIVE);
        tenants.run("update control.tenant set state = 'SUSPENDED' where slug = 'north'");
        await().until(() -> directory.byId(north()).orElseThrow().state() == TenantState.SUSPENDED
                && directory.bySlug("north").orElseThrow().state() == TenantState.SUSPENDED);
    }

    @Test
    void aNewSlugIsFoundThoughItWasAskedForInVainBefore() {
        assertThat(directory.bySlug("renamed")).isEmpty();
        tenants.run("update control.tenant set slug = 'renamed' where slug = 'north'");
        await().until(() -> directory.bySlug("renamed").isPresent()
                && directory.bySlug("north").isEmpty());
    }

    @Test
    void whatChangedWhileTheListenerWasCutIsKnownOnceItIsBack() {
        assertThat(tenants.lines(CUT_THE_LISTENER)).containsExactly("t");
        tenants.run("update control.tenant set state = 'SUSPENDED' where slug = 'north'");
        await().until(() -> directory.byId(north()).orElseThrow().state() == TenantState.SUSPENDED);
    }
}
