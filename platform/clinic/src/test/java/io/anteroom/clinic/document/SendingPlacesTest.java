package io.anteroom.clinic.document;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.tenancy.Tenant;
import org.junit.jupiter.api.Test;

class SendingPlacesTest {

    private final SendingPlaces places = new SendingPlaces();

    @Test
    void anAccountHasTwoPlacesAndTheSameNumberOfAnotherClinicHasItsOwn() {
        assertThat(enters(north(), 1)).isTrue();
        assertThat(enters(north(), 1)).isTrue();
        assertThat(enters(north(), 1)).isFalse();
        assertThat(enters(north(), 2)).isTrue();
        assertThat(enters(south(), 1)).isTrue();

        places.leave(north().id(), new AccountId(1));
        assertThat(enters(north(), 1)).isTrue();
        assertThat(enters(north(), 1)).isFalse();
    }

    @Test
    void aProcessHasSixPlacesAndOneThatWasLeftIsFree() {
        for (long account = 1; account <= 6; account++) {
            assertThat(enters(north(), account)).isTrue();
        }
        assertThat(enters(south(), 7)).isFalse();

        places.leave(north().id(), new AccountId(1));
        assertThat(enters(south(), 7)).isTrue();
        assertThat(enters(south(), 8)).isFalse();
    }

    private boolean enters(Tenant clinic, long account) {
        return places.enter(clinic.id(), new AccountId(account));
    }
}
