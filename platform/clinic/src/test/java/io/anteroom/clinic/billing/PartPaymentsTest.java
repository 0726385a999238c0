package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.part.PartAmount;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.clinic.billing.part.PartRule;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.TypedAmount.Reason;
import io.anteroom.tenancy.Tenant;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class PartPaymentsTest extends BillingFixture {

    private static final Money DUE = Money.of(8_450, "GBP");
    private static final CheckoutReturn URLS =
            new CheckoutReturn(URI.create("https://n.test/ok"), URI.create("https://n.test/left"));

    @Autowired
    PartPayments parts;

    @Autowired
    PayInvoice paying;

    @Test
    void untilTheClinicAllowsPartsAllIsPaid() {
        assertThat(rule(north()).allowed()).isFalse();
        assertThat(rule(north()).isOfferedFor(DUE)).isFalse();
        assertThat(read("50", DUE, Locale.UK)).isEqualTo(new PartAmount.LessThanLeast(DUE));
        assertThat(read("84.50", DUE, Locale.UK)).isEqualTo(new PartAmount.Fine(DUE));
    }

    @Test
    void aPartIsReadAsItIsWrittenInTheReadersLanguage() {
        allow(north(), 1_000);

        assertThat(read("12,50", DUE, Locale.GERMANY)).isEqualTo(new PartAmount.Fine(Money.of(1_250, "GBP")));
        assertThat(read("12.50", DUE, Locale.UK)).isEqualTo(new PartAmount.Fine(Money.of(1_250, "GBP")));
        assertThat(read("£12.50", DUE, Locale.UK)).isEqualTo(new PartAmount.Fine(Money.of(1_250, "GBP")));
        assertThat(read("١٢٫٥٠", DUE, Locale.of("ar", "GB"))).isEqualTo(new PartAmount.Fine(Money.of(1_250, "GBP")));
    }

    @Test
    void nothingLessMoreAndTooLittleAreRefusedWithTheReason() {
        allow(north(), 1_000);

        assertThat(read("0", DUE, Locale.UK)).isEqualTo(new PartAmount.Nothing());
        assertThat(read("-12.50", DUE, Locale.UK)).isEqualTo(new PartAmount.Nothing());
        assertThat(read("84.51", DUE, Locale.UK)).isEqualTo(new PartAmount.MoreThanDue(DUE));
        assertThat(read("9.99", DUE, Locale.UK)).isEqualTo(new PartAmount.LessThanLeast(Money.of(1_000, "GBP")));
        assertThat(read("84.40", DUE, Locale.UK)).isEqualTo(new PartAmount.LeavesTooLittle(Money.of(10, "GBP")));
        assertThat(read("", DUE, Locale.UK)).isEqualTo(new PartAmount.NotUnderstood(Reason.EMPTY));
        assertThat(read("a lot", DUE, Locale.UK)).isEqualTo(new PartAmount.NotUnderstood(Reason.NOT_A_NUMBER));
        assertThat(read("$50", DUE, Locale.UK)).isEqualTo(new PartAmount.NotUnderstood(Reason.OTHER_CURRENCY));
    }

    @Test
    void whatIsLessThanTheLeastPartIsPaidAtOnce() {
        allow(north(), 1_000);
        Money little = Money.of(900, "GBP");

        assertThat(rule(north()).isOfferedFor(little)).isFalse();
        assertThat(read("9", little, Locale.UK)).isEqualTo(new PartAmount.Fine(little));
        assertThat(read("5", little, Locale.UK)).isEqualTo(new PartAmount.LessThanLeast(little));
    }

    @Test
    void dinarsAreChargedInStepsOfTenAndYenHaveNoDecimals() {
        var dinars = new PartRule(true, Money.of(1_000, "KWD"));
        assertThat(dinars.judge(Money.of(4_455, "KWD"), Money.of(8_450, "KWD"))).isEqualTo(new PartAmount.FitsNoCard());
        assertThat(dinars.judge(Money.of(4_450, "KWD"), Money.of(8_455, "KWD")))
                .isEqualTo(new PartAmount.LeavesTooLittle(Money.of(4_005, "KWD")));
        var yen = new PartRule(true, Money.of(500, "JPY"));
        assertThat(yen.judge(Money.of(1_000, "JPY"), Money.of(1_030, "JPY")))
                .isEqualTo(new PartAmount.LeavesTooLittle(Money.of(30, "JPY")));
        assertThat(yen.judge(Money.of(500, "JPY"), Money.of(1_030, "JPY")))
                .isEqualTo(new PartAmount.Fine(Money.of(500, "JPY")));
    }

    @Test
    void aPartIsAskedForAndTheRestStaysDue() {
        allow(north(), 1_000);
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 8_450);

        assertThat(start(id, 5_000)).isInstanceOf(CheckoutStart.Redirect.class);
        settle(north(), id, new PaymentId(UUID.randomUUID()), 5_000);

        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.PART_PAID);
        assertThat(view(north(), id).due()).isEqualTo(Money.of(3_450, "GBP"));
        assertThat(start(id, 5_000)).isEqualTo(new CheckoutStart.Refused(CheckoutStart.Reason.MORE_THAN_DUE));
        assertThat(start(id, 3_450)).isInstanceOf(CheckoutStart.Redirect.class);
        assertThat(payments.asked).containsExactly(Money.of(5_000, "GBP"), Money.of(3_450, "GBP"));
        settle(north(), id, new PaymentId(UUID.randomUUID()), 3_450);
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.PAID);
    }

    @Test
    void aPartChosenBeforeTheClinicSwitchedPartsOffIsNotBegun() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 8_450);

        assertThat(start(id, 5_000)).isEqualTo(new CheckoutStart.Refused(CheckoutStart.Reason.MORE_THAN_DUE));
        assertThat(payments.asked).isEmpty();
    }

    @Test
    void theDatabaseTakesNoPartOfNothingOrLessAndNoMoreThanTheTotal() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 8_450);

        for (String part : new String[] {"0", "-1"}) {
            assertThatThrownBy(() -> inTransaction(
                            north(),
                            () -> data.sql("insert into __tenant__.invoice_payment"
                                            + " (payment_id, invoice_id, amount_minor, received_at)"
                                            + " values (gen_random_uuid(), :id, " + part + ", now())")
                                    .param("id", id.value())
                                    .update()))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> inTransaction(
                        north(),
                        () -> data.sql(
                                        "update __tenant__.invoice set paid_minor = 8451, state = 'paid', paid_at = now()"
                                                + " where id = :id")
                                .param("id", id.value())
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void eachClinicHasItsOwnRuleAndTheLogSaysWhoSetIt() {
        allow(north(), 1_000);

        assertThat(rule(south()).allowed()).isFalse();
        assertThat(rule(south()).least().currency()).isEqualTo(south().currency());
        assertThat(audited(north())).containsExactly("payments-setup-changed");
        assertThatThrownBy(() -> allow(north(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> as(north(), () -> {
                    parts.set(new PartRule(true, Money.of(1_000, "JPY")), STAFF);
                    return 0;
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private CheckoutStart start(InvoiceId id, long minor) {
        return as(
                north(),
                () -> paying.startPart(
                        view(north(), id), Money.of(minor, "GBP"), URLS, new Actor.PortalUser("5", "Ann Example")));
    }

    private PartRule rule(Tenant tenant) {
        return as(tenant, parts::rule);
    }

    private PartAmount read(String typed, Money due, Locale locale) {
        return as(north(), () -> parts.read(typed, due, locale));
    }

    private void allow(Tenant tenant, long least) {
        as(tenant, () -> {
            parts.set(new PartRule(true, new Money(least, tenant.currency())), STAFF);
            return 0;
        });
    }
}
