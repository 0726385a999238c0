package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.payments.TypedAmount.NotUnderstood;
import io.anteroom.payments.TypedAmount.Reason;
import io.anteroom.payments.TypedAmount.Understood;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            84.50        | GBP | en-GB | 8450
            84,50        | GBP | en-GB | 8450
            £84.5        | GBP | en-GB | 8450
            84           | GBP | en-GB | 8400
            84.          | GBP | en-GB | 8400
            84.500       | GBP | en-GB | 8450
            gbp 84.50    | GBP | en-GB | 8450
            1,234        | GBP | en-GB | 123400
            1.234        | EUR | de-DE | 123400
            1 234,50 €   | EUR | fr-FR | 123450
            1'234.50     | CHF | de-CH | 123450
            1,234,567.89 | USD | en-US | 123456789
            1.234.567,89 | EUR | de-DE | 123456789
            12,34,567.89 | INR | en-IN | 123456789
            ￥８，０００    | JPY | ja-JP | 8000
            8000         | JPY | ja-JP | 8000
            8.000        | JPY | ja-JP | 8000
            1.234        | KWD | en-GB | 1234
            12,50        | EUR | de-DE | 1250
            ١٢٫٥٠        | EUR | ar    | 1250
            ١٬٢٣٤٫٥٠     | EUR | ar    | 123450
            12.50        | EUR | ar    | 1250
            1.5          | KWD | en-GB | 1500
            -84.50       | GBP | en-GB | -8450
            0            | GBP | en-GB | 0
            """)
    void whatAPersonTypesIsRead(String typed, Currency currency, Locale locale, long minor) {
        assertThat(Money.parse(typed, currency, locale)).isEqualTo(new Understood(new Money(minor, currency)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            84.505          | GBP | en-GB | TOO_MANY_DECIMALS
            1.234           | GBP | en-GB | TOO_MANY_DECIMALS
            8000.50         | JPY | ja-JP | TOO_MANY_DECIMALS
            1.2345          | KWD | en-GB | TOO_MANY_DECIMALS
            $84.50          | GBP | en-GB | OTHER_CURRENCY
            84.50 EUR       | GBP | en-GB | OTHER_CURRENCY
            eighty          | GBP | en-GB | NOT_A_NUMBER
            1,2,3           | GBP | en-GB | NOT_A_NUMBER
            12,34.567.89    | GBP | en-GB | NOT_A_NUMBER
            1.5.0           | GBP | en-GB | NOT_A_NUMBER
            --5             | GBP | en-GB | NOT_A_NUMBER
            .               | GBP | en-GB | NOT_A_NUMBER
            99999999999999  | GBP | en-GB | TOO_LARGE
            ''              | GBP | en-GB | EMPTY
            £               | GBP | en-GB | EMPTY
            """)
    void whatCouldMeanSomethingElseIsRefused(String typed, Currency currency, Locale locale, Reason reason) {
        assertThat(Money.parse(typed, currency, locale)).isEqualTo(new NotUnderstood(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8450      | GBP | en-GB | £84.50
            123456789 | USD | en-US | $1,234,567.89
            8450      | JPY | ja-JP | ￥8,450
            8450      | KWD | en-GB | KWD 8.450
            8450      | EUR | de-DE | 84,50 €
            -8450     | GBP | en-GB | -£84.50
            """)
    void itIsWrittenAsPeopleThereWriteIt(long minor, Currency currency, Locale locale, String text) {
        assertThat(new Money(minor, currency).format(locale).replace('\u00a0', ' '))
                .isEqualTo(text);
    }

    @Test
    void aCardPaysNeitherTooLittleNorAThirdDigit() {
        assertThat(Money.of(30, "GBP").fitsACard()).isTrue();
        assertThat(Money.of(29, "GBP").fitsACard()).isFalse();
        assertThat(Money.of(8_450, "KWD").fitsACard()).isTrue();
        assertThat(Money.of(8_455, "KWD").fitsACard()).isFalse();
        assertThat(Money.of(50, "JPY").fitsACard()).isTrue();
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.of(1, "GBP").plus(Money.of(1, "JPY")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSumOutOfRangeThrowsInsteadOfWrapping() {
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "GBP").plus(Money.of(1, "GBP")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void nobodyPaysInGold() {
        assertThatThrownBy(() -> Money.of(1, "XAU")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void majorUnitsKeepTheCurrencysDecimals() {
        assertThat(Money.of(8450, "GBP").toMajor()).isEqualTo("84.50");
        assertThat(Money.of(8450, "JPY").toMajor()).isEqualTo("8450");
        assertThat(Money.of(8450, "KWD").toMajor()).isEqualTo("8.450");
        assertThat(Money.ofMajor(Money.of(8450, "KWD").toMajor(), Currency.getInstance("KWD")))
                .isEqualTo(Money.of(8450, "KWD"));
    }
}
