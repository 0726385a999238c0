package io.anteroom.clinic.access.known;

import io.anteroom.clinic.access.known.CredentialNews.News;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.known.KnownAddresses;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the platform's list of known addresses up to date: by what the database noted of credentials, soon after each
 * change, and once a day by all of them, which finds what was missed and what was hashed with an older key.
 */
@Component
class ListAddresses implements WorkHandler {

    static final String KIND = "known-addresses";

    /** Any other reference is a transaction that has left news. The database leaves both. */
    static final String ALL = "all";

    private static final Duration NEXT = Duration.ofDays(1);

    private final CredentialNews news;
    private final ObjectProvider<KnownAddresses> known;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ListAddresses(
            CredentialNews news,
            ObjectProvider<KnownAddresses> known,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock) {
        this.news = news;
        this.known = known;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        TenantId tenant = CurrentTenant.get().id();
        if (ref.equals(ALL)) {
            known.getObject().replace(tenant, news::everything);
            transaction.executeWithoutResult(
                    _ -> work.add(KIND, ALL, clock.instant().plus(NEXT)));
        } else {
            boolean more = true;
            while (more) {
                more = tell(tenant);
            }
        }
    }

    /** The news is forgotten after it is written, so that a worker that dies in between writes it twice. */
    private boolean tell(TenantId tenant) {
        var told = known.getObject().change(tenant, news::oldest, News::change);
        news.forget(told);
        return told.more();
    }
}
