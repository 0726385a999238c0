package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeAmountTest {

    @ParameterizedTest
    @CsvSource({
        "GBP, 8450, 8450",
        "JPY, 8450, 8450",
        "KWD, 8450, 8450",
        "ISK, 8450, 845000",
        "UGX, 8450, 845000",
        "MGA, 8400, 84"
    })
    void amountsGoThereAndBackUnchanged(String currency, long minor, long atStripe) {
        Money money = Money.of(minor, currency);
        assertThat(StripeAmount.minor(money)).isEqualTo(atStripe);
        assertThat(StripeAmount.money(atStripe, StripeAmount.code(money))).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 30, true",
        "GBP, 29, false",
        "JPY, 50, true",
        "JPY, 49, false",
        "KWD, 8450, true",
        "KWD, 8455, false",
        "MGA, 8450, false",
        "ILS, 49, false",
        "HUF, 120000000, true",
        "GBP, 999999999999, true",
        "GBP, 1000000000000, false",
        "UGX, 1000000, true",
        "UGX, 9999999999, true",
        "UGX, 10000000000, false"
    })
    void onlyWhatStripeChargesIsChargeable(String currency, long minor, boolean chargeable) {
        assertThat(StripeAmount.isChargeable(Money.of(minor, currency))).isEqualTo(chargeable);
    }
}
