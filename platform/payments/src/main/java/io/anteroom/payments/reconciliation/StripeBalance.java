package io.anteroom.payments.reconciliation;

import com.stripe.StripeClient;
import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.DisputeListParams;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.StripeAmount;
import io.anteroom.payments.attempt.StripeCheckout;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the balance of a connected account, a page at a time. */
final class StripeBalance {

    private static final long PAGE = 100;

    /** What Stripe does not name. */
    private static final String OTHER = "other";

    private final StripeClient stripe;

    StripeBalance(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Some of a list, the newest first, and whether there are more. */
    record Page<T>(List<T> items, boolean more) {}

    /**
     * Movements from {@code since} on, the newest first.
     *
     * @param after the last of the page before, if any
     */
    StripeAnswer<Page<Movement>> movements(String account, @Nullable Instant since, @Nullable String after) {
        BalanceTransactionListParams.Builder params =
                BalanceTransactionListParams.builder().setLimit(PAGE).addExpand("data.source");
        if (since != null) {
            params.setCreated(BalanceTransactionListParams.Created.builder()
                    .setGte(since.getEpochSecond())
                    .build());
        }
        if (after != null) {
            params.setStartingAfter(after);
        }
        return list("read movements", account, params.build(), StripeBalance::movement);
    }

    /** What an automatic payout is made of, itself too. */
    StripeAnswer<Page<String>> parts(String account, String payout, @Nullable String after) {
        BalanceTransactionListParams.Builder params =
                BalanceTransactionListParams.builder().setLimit(PAGE).setPayout(payout);
        if (after != null) {
            params.setStartingAfter(after);
        }
        return list("read payout " + payout, account, params.build(), BalanceTransaction::getId);
    }

    StripeAnswer<PayoutSeen> payout(String account, String id) {
        return ask("read payout " + id, client -> payout(client.v1().payouts().retrieve(id, on(account))));
    }

    StripeAnswer<DisputeSeen> dispute(String account, String id) {
        return ask(
                "read dispute " + id, client -> dispute(client.v1().disputes().retrieve(id, on(account))));
    }

    /** The newest disputes from {@code since} on; those that only ask move no money, so they are among no movements. */
    StripeAnswer<List<DisputeSeen>> disputes(String account, @Nullable Instant since) {
        DisputeListParams.Builder params = DisputeListParams.builder().setLimit(PAGE);
        if (since != null) {
            params.setCreated(DisputeListParams.Created.builder()
                    .setGte(since.getEpochSecond())
                    .build());
        }
        return ask(
                "read disputes",
                client -> client.v1().disputes().list(params.build(), on(account)).getData().stream()
                        .filter(each -> StripeAmount.knows(each.getCurrency()))
                        .map(StripeBalance::dispute)
                        .toList());
    }

    /** What Stripe holds, by currency, whether it can be paid out already or not, in our minor units. */
    StripeAnswer<Map<String, Long>> holds(String account) {
        return ask("read balance", client -> {
            Balance balance = client.v1().balance().retrieve(on(account));
            Map<String, Long> sums = new TreeMap<>();
            balance.getAvailable().forEach(each -> add(sums, each.getAmount(), each.getCurrency()));
            balance.getPending().forEach(each -> add(sums, each.getAmount(), each.getCurrency()));
            return sums;
        });
    }

    private static void add(Map<String, Long> sums, long minor, String code) {
        if (!StripeAmount.knows(code)) {
            return;
        }
        Money money = StripeAmount.money(minor, code);
        sums.merge(money.currency().getCurrencyCode(), money.minor(), Long::sum);
    }

    private interface Reading<T> {
        T of(BalanceTransaction written);
    }

    private <T> StripeAnswer<Page<T>> list(
            String what, String account, BalanceTransactionListParams params, Reading<T> reading) {
        return ask(what, client -> {
            StripeCollection<BalanceTransaction> page =
                    client.v1().balanceTransactions().list(params, on(account));
            return new Page<>(page.getData().stream().map(reading::of).toList(), page.getHasMore());
        });
    }

    private <T> StripeAnswer<T> ask(String what, StripeAnswer.Question<T> question) {
        Outside.transaction();
        return StripeAnswer.to(stripe, what, question);
    }

    private static RequestOptions on(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    /** One that cannot be read must not keep the others from being read; so it is said to be there, and nothing more. */
    private static Movement movement(BalanceTransaction written) {
        String type = Objects.requireNonNullElse(written.getType(), OTHER);
        Instant at = Instant.ofEpochSecond(written.getCreated());
        if (!StripeAmount.knows(written.getCurrency())) {
            return Movement.unread(written.getId(), type, CurrentTenant.get().currency(), at);
        }
        BalanceTransactionSource source = written.getSourceObject();
        Money fee = StripeAmount.money(written.getFee(), written.getCurrency());
        return new Movement(
                written.getId(),
                type,
                Objects.requireNonNullElse(written.getReportingCategory(), OTHER),
                StripeAmount.money(written.getAmount(), written.getCurrency()),
                fee,
                written.getSource(),
                intent(source),
                carried(source),
                at,
                source instanceof Payout payout ? payout(payout) : null,
                source instanceof Dispute dispute && StripeAmount.knows(dispute.getCurrency())
                        ? dispute(dispute)
                        : null);
    }

    private static @Nullable String intent(@Nullable BalanceTransactionSource source) {
        return switch (source) {
            case Charge charge -> charge.getPaymentIntent();
            case Refund refund -> refund.getPaymentIntent();
            case Dispute dispute -> dispute.getPaymentIntent();
            case null, default -> null;
        };
    }

    private static @Nullable PaymentId carried(@Nullable BalanceTransactionSource source) {
        Map<String, String> metadata = source instanceof Charge charge ? charge.getMetadata() : null;
        String id = metadata == null ? null : metadata.get(StripeCheckout.CARRIED);
        return id == null ? null : PaymentId.parse(id).orElse(null);
    }

    private static PayoutSeen payout(Payout payout) {
        return new PayoutSeen(
                payout.getId(),
                StripeAmount.money(payout.getAmount(), payout.getCurrency()),
                payout.getStatus(),
                payout.getAutomatic(),
                "completed".equals(payout.getReconciliationStatus()),
                Instant.ofEpochSecond(payout.getCreated()),
                LocalDate.ofInstant(Instant.ofEpochSecond(payout.getArrivalDate()), ZoneOffset.UTC),
                payout.getFailureCode());
    }

    private static DisputeSeen dispute(Dispute dispute) {
        Dispute.EvidenceDetails details = dispute.getEvidenceDetails();
        Long due = details == null ? null : details.getDueBy();
        return new DisputeSeen(
                dispute.getId(),
                dispute.getCharge(),
                dispute.getPaymentIntent(),
                StripeAmount.money(dispute.getAmount(), dispute.getCurrency()),
                dispute.getReason(),
                dispute.getStatus(),
                due == null ? null : Instant.ofEpochSecond(due),
                Instant.ofEpochSecond(dispute.getCreated()));
    }
}
