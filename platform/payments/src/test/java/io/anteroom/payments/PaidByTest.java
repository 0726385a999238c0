package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaidByTest {

    @ParameterizedTest
    @CsvSource({
        "visa 4242, Visa ending 4242",
        "mastercard 4444, Mastercard ending 4444",
        "amex 0005, American Express ending 0005",
        "cartes_bancaires 1001, Cartes Bancaires ending 1001",
        "unknown 1234, Card ending 1234",
        "sepa_debit, bank debit",
        "klarna, card"
    })
    void cardsAreCalledAsTheirHoldersCallThem(String card, String words) {
        assertThat(payment(card).paidBy()).isEqualTo(words);
    }

    @Test
    void withoutACardItIsACard() {
        assertThat(payment(null).paidBy()).isEqualTo("card");
    }

    private static Payment payment(@Nullable String card) {
        return new Payment(
                new PaymentId(new UUID(1, 2)),
                new PayableRef("invoice", "1"),
                Money.of(100, "GBP"),
                PaymentState.SUCCEEDED,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                card,
                0,
                false);
    }
}
