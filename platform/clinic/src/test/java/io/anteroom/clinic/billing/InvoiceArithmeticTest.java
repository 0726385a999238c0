package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Tax on and in prices, discounts and their shares: the same here and in the database. */
class InvoiceArithmeticTest extends BillingFixture {

    @ParameterizedTest
    @CsvSource({
        // quantity, price, rate, amount, net, tax of a price that contains it
        "1,   12000, 2000, 12000, 10000, 2000",
        "1,   10000, 1900, 10000,  8403, 1597", // 1596.638...
        "1,       3, 10000,    3,     1,    2", // 1.5 goes up
        "1,    1100, 1000,  1100,  1000,  100", // yen
        "0.5, 11999, 700,   6000,  5607,  393", // 5999.5 goes up, 392.52...
        "1,     105,  500,   105,   100,    5",
    })
    void aPriceThatContainsItsTaxIsTakenApart(String quantity, long price, int rate, long amount, long net, long tax) {
        var line = line(quantity, price, rate).withTaxIncluded(true);

        assertThat(List.of(line.amountMinor(), line.netMinor(), line.taxMinor()))
                .containsExactly(amount, net, tax);
        assertThat(line.totalMinor()).isEqualTo(amount);
    }

    @Test
    void aDiscountComesOffBeforeTheTax() {
        assertThat(line("3", 3_335, 2000).less(Discount.part(1_000)))
                .satisfies(line -> assertThat(line.takenOffMinor()).isEqualTo(1_001)) // 1000.5
                .satisfies(line -> assertThat(line.netMinor()).isEqualTo(9_004))
                .satisfies(line -> assertThat(line.taxMinor()).isEqualTo(1_801));
        assertThat(line("1", 100, 2000).less(Discount.amount(100)).totalMinor()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> line("1", 100, 0).less(Discount.amount(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount(1, 1));
    }

    @Test
    void sharesAddUpToTheLastCoin() {
        assertThat(Shares.of(100, List.of(50L, 50L, 50L))).containsExactly(34L, 33L, 33L);
        assertThat(Shares.of(5, List.of(0L, 7L, 0L, 3L))).containsExactly(0L, 4L, 0L, 1L);
        assertThat(Shares.of(10, List.of(3L, 3L, 4L))).containsExactly(3L, 3L, 4L);
        assertThat(Shares.of(0, List.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.of(11, List.of(10L)));
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            List<Long> weights = random.longs(1 + random.nextInt(9), 0, 10_000_000_000_000L)
                    .boxed()
                    .toList();
            long sum = weights.stream().mapToLong(Long::longValue).sum();
            long amount = random.nextLong(sum + 1);
            List<Long> shares = Shares.of(amount, weights);

            assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
            for (int j = 0; j < weights.size(); j++) {
                assertThat(shares.get(j)).isBetween(0L, weights.get(j));
            }
        }
    }

    @Test
    void theDatabaseWorksOutTheSameInCurrenciesOfNoneTwoAndThreeDigits() {
        for (String currency : List.of("JPY", "GBP", "KWD")) {
            same(in(currency), 23);
        }
    }

    /** The first clinic, as if it counted in that currency. */
    private static Tenant in(String currency) {
        Tenant north = north();
        return new Tenant(
                north.id(),
                north.slug(),
                north.name(),
                north.state(),
                north.country(),
                north.zone(),
                Currency.getInstance(currency));
    }

    private void same(Tenant tenant, int seed) {
        var random = new Random(seed);
        var patient = patient(tenant, "Ann", "ann@example.org");
        int[] rates = {0, 500, 700, 825, 1000, 1900, 2000, 10_000};
        for (int round = 0; round < 8; round++) {
            List<InvoiceLine> lines = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                lines.add(any(random, rates[random.nextInt(rates.length)], i));
            }
            Discount discount = switch (round % 3) {
                case 0 -> Discount.part(random.nextInt(10_001));
                case 1 -> Discount.amount(random.nextLong(InvoiceDraft.amount(lines) + 1));
                default -> Discount.NONE;
            };
            var draft = new InvoiceDraft(DUE, "", lines, discount);
            InvoiceId id = as(tenant, () -> billing.draft(patient, draft, STAFF));

            List<List<Long>> stored = inTransaction(
                    tenant,
                    () -> data.sql("select charged_minor, net_minor, tax_minor from __tenant__.invoice_line"
                                    + " where invoice_id = :id order by position")
                            .param("id", id.value())
                            .query((row, _) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                            .list());
            assertThat(stored)
                    .isEqualTo(draft.lines().stream()
                            .map(line -> List.of(
                                    line.amountMinor() - line.sharedDiscountMinor(), line.netMinor(), line.taxMinor()))
                            .toList());
            InvoiceView view = view(tenant, id);
            assertThat(view.netMinor())
                    .isEqualTo(stored.stream().mapToLong(line -> line.get(1)).sum());
            assertThat(view.taxMinor())
                    .isEqualTo(stored.stream().mapToLong(line -> line.get(2)).sum());
            assertThat(view.takenOffMinor()).isEqualTo(discount.of(InvoiceDraft.amount(lines)));
            assertThat(view.taxes().stream().mapToLong(TaxOfRate::taxMinor).sum())
                    .isEqualTo(view.taxMinor());
            assertThat(view.taxes().stream().mapToLong(TaxOfRate::netMinor).sum())
                    .isEqualTo(view.netMinor());
            assertThat(view.discount()).isEqualTo(discount);
            assertThat(view.lines())
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(draft.lines());
        }
    }

    private static InvoiceLine any(Random random, int rate, int number) {
        var line = new InvoiceLine(
                        "Line " + number, BigDecimal.valueOf(1 + random.nextInt(999), 2), random.nextInt(20_000), rate)
                .withTaxIncluded(random.nextBoolean());
        return switch (random.nextInt(3)) {
            case 0 -> line.less(Discount.part(random.nextInt(10_001)));
            case 1 -> line.less(Discount.amount(random.nextLong(line.amountMinor() + 1)));
            default -> line;
        };
    }

    @Test
    void theDatabaseTakesNothingBelowNothing() {
        InvoiceId id = draft(north(), patient(north(), "Ann", "ann@example.org"), line("2", 500, 2000));

        for (String wrong : List.of(
                "discount_minor = 1001",
                "shared_discount_minor = 1001",
                "discount_basis_points = 5000, shared_discount_minor = 501",
                "discount_basis_points = 10001",
                "discount_minor = -1",
                "shared_discount_minor = -1",
                "discount_basis_points = 100, discount_minor = 100")) {
            assertThatThrownBy(() -> update(wrong, id)).as(wrong).isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(update("discount_basis_points = 5000, shared_discount_minor = 500", id))
                .isOne();
    }

    private int update(String what, InvoiceId id) {
        return inTransaction(
                north(),
                () -> data.sql("update __tenant__.invoice_line set " + what + " where invoice_id = :id")
                        .param("id", id.value())
                        .update());
    }

    @Test
    void anInvoiceOfSeveralRatesSaysWhatIsTaxedAtWhich() {
        var patient = patient(north(), "Ann", "ann@example.org");
        InvoiceId mixed = draft(
                north(),
                patient,
                line("1", 12_000, 2000).withTaxIncluded(true),
                line("1", 1_000, 500),
                line("2", 1_000, 500),
                line("1", 700, 0));

        assertThat(view(north(), mixed).taxes())
                .containsExactly(
                        new TaxOfRate(0, 700, 0), new TaxOfRate(500, 3_000, 150), new TaxOfRate(2000, 10_000, 2_000));
        assertThat(view(north(), draft(north(), patient, line(700))).taxes()).isEmpty();
    }
}
