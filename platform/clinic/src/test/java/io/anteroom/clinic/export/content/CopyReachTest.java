package io.anteroom.clinic.export.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyReachTest {

    @Test
    void moreThanTheNameIsForThePatientAndForAParentWhoSeesTheProfile() {
        assertThat(reach(true, AccessLevel.FULL, AccessScope.MONEY).profile()).isTrue();
        assertThat(reach(false, AccessLevel.FULL, AccessScope.BOOKINGS).profile())
                .isTrue();
        assertThat(reach(false, AccessLevel.FULL, AccessScope.MONEY).profile()).isFalse();
        assertThat(reach(true, AccessLevel.LIMITED, AccessScope.BOOKINGS).profile())
                .isFalse();
    }

    private static CopyReach reach(boolean own, AccessLevel level, AccessScope scope) {
        return new CopyReach(own, level, Set.of(scope));
    }
}
