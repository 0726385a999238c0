package io.anteroom.clinic.billing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.payments.Onboarding;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.data.NoticeListener;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whether a page may offer to pay by card, from memory. Starting a payment asks anew, so what is shown wrongly for a moment
 * is refused there.
 */
@Component
public class CardPayments implements NoticeListener {

    /** For the case that a notice was lost with its connection. */
    private static final Duration STALE_AFTER = Duration.ofMinutes(1);

    private final Cache<TenantId, Boolean> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(STALE_AFTER)
            .build();

    private final Onboarding onboarding;

    CardPayments(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    /** Whether the current clinic's account with the card company can take money. */
    public boolean possible() {
        return cache.get(CurrentTenant.get().id(), _ -> onboarding.status().chargesEnabled());
    }

    @Override
    public String channel() {
        return "portal_changed";
    }

    @Override
    public void heard(String tenant) {
        cache.invalidate(new TenantId(tenant));
    }

    @Override
    public void missed() {
        cache.invalidateAll();
    }
}
