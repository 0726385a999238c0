package io.anteroom.clinic.file.upload;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import org.junit.jupiter.api.Test;

class UploadPlacesTest {

    private final UploadPlaces places = new UploadPlaces();

    @Test
    void aSenderHasTwoPlacesAndTheSameNameOfAnotherClinicHasItsOwn() {
        assertThat(enters(north(), "1")).isTrue();
        assertThat(enters(north(), "1")).isTrue();
        assertThat(enters(north(), "1")).isFalse();
        assertThat(enters(north(), "2")).isTrue();
        assertThat(enters(south(), "1")).isTrue();

        places.leave(north().id(), "1");
        assertThat(enters(north(), "3")).isTrue();
        assertThat(enters(north(), "4")).isTrue();
        assertThat(enters(north(), "5")).as("four of the clinic at most").isFalse();
    }

    @Test
    void theLastPlaceOfAClinicIsForWhoHasNone() {
        enters(north(), "1");
        enters(north(), "1");
        enters(north(), "2");
        assertThat(enters(north(), "2")).as("has one").isFalse();
        assertThat(enters(north(), "3")).isTrue();
    }

    @Test
    void threeSendersOfOneClinicLeavePlacesToAnotherAndTheVeryLastIsForAClinicThatHasNone() {
        for (String sender : new String[] {"1", "1", "2", "3"}) {
            assertThat(enters(north(), sender)).isTrue();
        }
        assertThat(enters(north(), "4")).isFalse();
        assertThat(enters(south(), "1")).isTrue();
        assertThat(enters(south(), "2")).as("has one already").isFalse();
        var third = new TenantId("thirdaaaaaaa");
        assertThat(places.enter(third, "1")).isTrue();
        assertThat(places.enter(third, "2")).as("all six are taken").isFalse();

        places.leave(north().id(), "1");
        assertThat(places.enter(new TenantId("fourthaaaaaa"), "1")).isTrue();
    }

    private boolean enters(Tenant clinic, String sender) {
        return places.enter(clinic.id(), sender);
    }
}
