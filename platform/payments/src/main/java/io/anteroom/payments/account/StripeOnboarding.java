package io.anteroom.payments.account;

import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStart.Reason;
import io.anteroom.payments.OnboardingStart.Redirect;
import io.anteroom.payments.OnboardingStart.Refused;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.payments.OnboardingStatus.Stage;
import io.anteroom.payments.account.ConnectionStore.Connection;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.CurrentTenant;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Connecting through Accounts v2. */
public final class StripeOnboarding implements Onboarding {

    /** A clinic whose event was lost is not kept from charging for longer, nor is Stripe asked at every click. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private static final OnboardingStatus NOT_STARTED =
            new OnboardingStatus(Stage.NOT_STARTED, null, false, List.of(), null);

    private final ConnectionStore store;
    private final ConnectedAccounts accounts;
    private final AccountDirectory directory;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;

    StripeOnboarding(
            ConnectionStore store,
            ConnectedAccounts accounts,
            AccountDirectory directory,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.directory = directory;
        this.transaction = transaction;
        this.reading = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    @Override
    public OnboardingStart start(OnboardingReturn urls, String contactEmail) {
        Outside.transaction();
        Connection connection = Objects.requireNonNull(transaction.execute(_ -> {
            store.begin(CurrentTenant.get().name(), contactEmail, clock.instant());
            return store.find().orElseThrow();
        }));
        String account = connection.status().account();
        return account == null ? open(connection, urls) : link(account, urls);
    }

    @Override
    public OnboardingStatus status() {
        Optional<Connection> connection = reading.execute(_ -> store.find());
        return connection.map(Connection::status).orElse(NOT_STARTED);
    }

    @Override
    public OnboardingStatus refresh() {
        Outside.transaction();
        OnboardingStatus known = status();
        String account = known.account();
        if (account == null) {
            return known;
        }
        Instant asked = clock.instant();
        return switch (accounts.read(account)) {
            case StripeAnswer.Given<AccountReading>(AccountReading reading) -> record(reading, asked);
            case StripeAnswer.Refused<AccountReading> _ -> record(AccountReading.GONE, asked);
            case StripeAnswer.Silent<AccountReading>() -> known;
        };
    }

    /** The account that may be charged on now; nothing while there is none. */
    public Optional<String> chargeableAccount() {
        OnboardingStatus known = status();
        Instant checked = known.checkedAt();
        boolean stale = checked == null || checked.plus(STALE).isBefore(clock.instant());
        OnboardingStatus now = known.chargesEnabled() || !stale ? known : refresh();
        return now.chargesEnabled() ? Optional.ofNullable(now.account()) : Optional.empty();
    }

    private OnboardingStart open(Connection connection, OnboardingReturn urls) {
        return switch (accounts.open(connection, CurrentTenant.get())) {
            case StripeAnswer.Given<String>(String account) -> {
                // The webhooks' way to the clinic first: from here on Stripe may speak of the account.
                directory.add(account, CurrentTenant.get().id());
                transaction.executeWithoutResult(_ -> store.opened(account));
                yield link(account, urls);
            }
            case StripeAnswer.Refused<String>(String code, String param) -> {
                transaction.executeWithoutResult(_ -> store.refused(connection.attempt()));
                yield new Refused(
                        code.contains("country") || param.contains("country")
                                ? Reason.COUNTRY_NOT_SERVED
                                : Reason.REFUSED_BY_STRIPE);
            }
            case StripeAnswer.Silent<String>() -> new Refused(Reason.TRY_AGAIN);
        };
    }

    private OnboardingStart link(String account, OnboardingReturn urls) {
        UUID attempt = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> store.linking(attempt));
        return switch (accounts.link(account, urls, attempt)) {
            case StripeAnswer.Given<URI>(URI page) -> new Redirect(page);
            case StripeAnswer.Refused<URI> _ -> new Refused(Reason.REFUSED_BY_STRIPE);
            case StripeAnswer.Silent<URI>() -> new Refused(Reason.TRY_AGAIN);
        };
    }

    private OnboardingStatus record(AccountReading reading, Instant asked) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            store.record(reading, asked);
            return store.find().orElseThrow().status();
        }));
    }
}
