package io.anteroom.payments.account;

import com.stripe.StripeClient;
import com.stripe.model.v2.core.Account;
import com.stripe.net.RequestOptions;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountCreateParams.Configuration;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Merchant;
import com.stripe.param.v2.core.AccountCreateParams.Defaults;
import com.stripe.param.v2.core.AccountCreateParams.Identity;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase.AccountOnboarding;
import com.stripe.param.v2.core.AccountRetrieveParams;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStatus.Stage;
import io.anteroom.payments.account.ConnectionStore.Connection;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Stripe's Accounts v2, and the one place that knows of it: with v1 only this class would be another. */
final class ConnectedAccounts {

    private final StripeClient stripe;

    ConnectedAccounts(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Opens the clinic's account, or gives the one opened by the same attempt before. */
    StripeAnswer<String> open(Connection connection, Tenant tenant) {
        AccountCreateParams params = AccountCreateParams.builder()
                .setDisplayName(connection.name())
                .setContactEmail(connection.email())
                .setDashboard(AccountCreateParams.Dashboard.FULL)
                .setIdentity(Identity.builder()
                        .setCountry(tenant.country().toLowerCase(Locale.ROOT))
                        .build())
                .setConfiguration(Configuration.builder()
                        .setMerchant(Merchant.builder()
                                .setCapabilities(Merchant.Capabilities.builder()
                                        .setCardPayments(Merchant.Capabilities.CardPayments.builder()
                                                .setRequested(true)
                                                .build())
                                        .build())
                                .build())
                        .build())
                .setDefaults(Defaults.builder()
                        .setCurrency(tenant.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                        .setResponsibilities(Defaults.Responsibilities.builder()
                                .setFeesCollector(Defaults.Responsibilities.FeesCollector.STRIPE)
                                .setLossesCollector(Defaults.Responsibilities.LossesCollector.STRIPE)
                                .build())
                        .build())
                .putMetadata("tenant", tenant.id().value())
                .build();
        return StripeAnswer.to(
                stripe,
                "open account",
                client -> client.v2()
                        .core()
                        .accounts()
                        .create(params, key(connection.attempt()))
                        .getId());
    }

    /** A page on which the clinic gives Stripe what Stripe wants; works once, for minutes. */
    StripeAnswer<URI> link(String account, OnboardingReturn urls, UUID attempt) {
        AccountLinkCreateParams params = AccountLinkCreateParams.builder()
                .setAccount(account)
                .setUseCase(UseCase.builder()
                        .setType(UseCase.Type.ACCOUNT_ONBOARDING)
                        .setAccountOnboarding(AccountOnboarding.builder()
                                .addConfiguration(AccountOnboarding.Configuration.MERCHANT)
                                .setReturnUrl(urls.done().toString())
                                .setRefreshUrl(urls.again().toString())
                                .build())
                        .build())
                .build();
        return StripeAnswer.to(
                stripe,
                "link to onboarding of " + account,
                client -> URI.create(client.v2()
                        .core()
                        .accountLinks()
                        .create(params, key(attempt))
                        .getUrl()));
    }

    /** How the account stands. */
    StripeAnswer<AccountReading> read(String account) {
        AccountRetrieveParams params = AccountRetrieveParams.builder()
                .addInclude(AccountRetrieveParams.Include.CONFIGURATION__MERCHANT)
                .addInclude(AccountRetrieveParams.Include.REQUIREMENTS)
                .build();
        return StripeAnswer.to(
                stripe,
                "read account " + account,
                client -> reading(client.v2().core().accounts().retrieve(account, params)));
    }

    private static RequestOptions key(UUID attempt) {
        return RequestOptions.builder().setIdempotencyKey(attempt.toString()).build();
    }

    private static AccountReading reading(Account account) {
        if (Boolean.TRUE.equals(account.getClosed())) {
            return AccountReading.GONE;
        }
        Stage stage = switch (cardPayments(account)) {
            case "active" -> Stage.READY;
            case "pending" -> Stage.IN_REVIEW;
            case "unsupported" -> Stage.RESTRICTED;
            default -> Stage.INCOMPLETE;
        };
        return new AccountReading(stage, stage == Stage.READY ? List.of() : wanted(account));
    }

    private static String cardPayments(Account account) {
        return Optional.ofNullable(account.getConfiguration())
                .map(Account.Configuration::getMerchant)
                .map(Account.Configuration.Merchant::getCapabilities)
                .map(Account.Configuration.Merchant.Capabilities::getCardPayments)
                .map(Account.Configuration.Merchant.Capabilities.CardPayments::getStatus)
                .orElse("");
    }

    /** What the clinic, not Stripe, has to do next. */
    private static List<String> wanted(Account account) {
        Account.Requirements requirements = account.getRequirements();
        Stream<Account.Requirements.Entry> entries = requirements == null || requirements.getEntries() == null
                ? Stream.empty()
                : requirements.getEntries().stream();
        return entries.filter(entry -> "user".equals(entry.getAwaitingActionFrom()))
                .map(Account.Requirements.Entry::getDescription)
                .distinct()
                .toList();
    }
}
