package io.anteroom.clinic.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CardPaymentsTest {

    private static final Tenant NORTH = clinic("aaaaaaaaaaaa");
    private static final Tenant SOUTH = clinic("bbbbbbbbbbbb");

    private final Connected connected = new Connected();
    private final CardPayments cards = new CardPayments(connected);

    @Test
    void whatIsKnownIsNotAskedAgain() {
        connected.clinics.add(NORTH);
        assertThat(possibleAt(NORTH)).isTrue();
        assertThat(possibleAt(NORTH)).isTrue();
        assertThat(connected.asked).isEqualTo(1);
    }

    @Test
    void whatChangedIsForgottenOnceThatIsHeard() {
        assertThat(possibleAt(NORTH)).isFalse();
        connected.clinics.add(NORTH);
        assertThat(possibleAt(NORTH)).isFalse();

        cards.heard(NORTH.id().value());

        assertThat(possibleAt(NORTH)).isTrue();
    }

    @Test
    void oneClinicsAnswerIsNotTheOthers() {
        connected.clinics.add(SOUTH);
        assertThat(possibleAt(NORTH)).isFalse();
        assertThat(possibleAt(SOUTH)).isTrue();

        connected.clinics.remove(SOUTH);
        cards.heard(NORTH.id().value());
        assertThat(possibleAt(SOUTH)).as("heard of another").isTrue();

        cards.missed();
        assertThat(possibleAt(SOUTH)).isFalse();
    }

    private boolean possibleAt(Tenant clinic) {
        return CurrentTenant.call(clinic, cards::possible);
    }

    private static Tenant clinic(String id) {
        return new Tenant(
                new TenantId(id),
                "clinic",
                "Clinic",
                TenantState.ACTIVE,
                "GB",
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"));
    }

    /** Knows which clinics can charge, and how often it was asked. */
    private static final class Connected implements Onboarding {

        private final Set<Tenant> clinics = new HashSet<>();
        private int asked;

        @Override
        public OnboardingStatus status() {
            asked++;
            boolean ready = clinics.contains(CurrentTenant.get());
            return new OnboardingStatus(
                    ready ? OnboardingStatus.Stage.READY : OnboardingStatus.Stage.INCOMPLETE,
                    "acct_1",
                    ready,
                    List.of(),
                    null);
        }

        @Override
        public OnboardingStatus refresh() {
            return status();
        }

        @Override
        public OnboardingStart start(OnboardingReturn urls, String contactEmail) {
            throw new UnsupportedOperationException();
        }
    }
}
