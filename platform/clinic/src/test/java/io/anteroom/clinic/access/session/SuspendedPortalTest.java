package io.anteroom.clinic.access.session;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class SuspendedPortalTest {

    private static final String ANNA = "anna@example.org";

    @Autowired
    Clinic clinic;

    @Autowired
    Sessions sessions;

    @Autowired
    SuspendedPortal suspended;

    @Test
    void everybodyIsSignedOutOfTheSuspendedClinicForGoodAndOfNoOther() {
        inNorth(() -> clinic.patient("Anna", ANNA, ""));
        inSouth(() -> clinic.patient("Anna", ANNA, ""));
        var north = CurrentTenant.call(Tenants.north(), () -> clinic.signIn(ANNA));
        var south = CurrentTenant.call(Tenants.south(), () -> clinic.signIn(ANNA));

        suspended.handle(Tenants.north().id().value());
        suspended.handle(Tenants.north().id().value());

        inNorth(() -> assertThat(sessions.chart(north)).isEmpty());
        inSouth(() -> assertThat(sessions.chart(south)).isPresent());
    }

    @Test
    void aTenantThatIsGoneHasNobodyToSignOut() {
        suspended.handle("aaaaaaaaaaaa");
    }
}
