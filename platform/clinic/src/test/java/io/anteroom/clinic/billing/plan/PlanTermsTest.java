package io.anteroom.clinic.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Instalments are even, come to what is due to the last coin, and each can be charged. */
class PlanTermsTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 31);

    @Test
    void whatDoesNotDivideIsPaidWithTheFirst() {
        assertThat(new PlanTerms(3, FIRST, PlanRhythm.MONTHLY).over(Money.of(10_000, "GBP")))
                .containsExactly(
                        new Planned(1, FIRST, Money.of(3_334, "GBP")),
                        new Planned(2, LocalDate.of(2027, 2, 28), Money.of(3_333, "GBP")),
                        new Planned(3, LocalDate.of(2027, 3, 31), Money.of(3_333, "GBP")));
    }

    @Test
    void dinarsAreChargedInStepsOfTen() {
        assertThat(new PlanTerms(3, FIRST, PlanRhythm.WEEKLY).over(Money.of(8_450, "KWD")))
                .extracting(part -> part.amount().minor())
                .containsExactly(2_830L, 2_810L, 2_810L);
        assertThat(new PlanTerms(3, FIRST, PlanRhythm.WEEKLY).over(Money.of(8_455, "KWD")))
                .isEmpty();
    }

    @Test
    void noneIsBelowWhatACardCanPay() {
        assertThat(new PlanTerms(4, FIRST, PlanRhythm.WEEKLY).over(Money.of(120, "GBP")))
                .hasSize(4);
        assertThat(new PlanTerms(4, FIRST, PlanRhythm.WEEKLY).over(Money.of(119, "GBP")))
                .isEmpty();
    }

    @Test
    void thereAreTwoToTwentyFourParts() {
        Money due = Money.of(100_000, "GBP");
        assertThat(new PlanTerms(1, FIRST, PlanRhythm.WEEKLY).over(due)).isEmpty();
        assertThat(new PlanTerms(25, FIRST, PlanRhythm.WEEKLY).over(due)).isEmpty();
        assertThat(new PlanTerms(24, FIRST, PlanRhythm.FORTNIGHTLY).over(due))
                .hasSize(24)
                .last()
                .extracting(Planned::day)
                .isEqualTo(FIRST.plusDays(23 * 14));
        assertThat(new PlanTerms(2, FIRST, PlanRhythm.WEEKLY).over(Money.zero(due.currency())))
                .isEmpty();
    }
}
