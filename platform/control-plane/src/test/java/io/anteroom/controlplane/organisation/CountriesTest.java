package io.anteroom.controlplane.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource({
        "GB, United Kingdom, Europe/London, GBP",
        "JP, Japan, Asia/Tokyo, JPY",
        "DE, Germany, Europe/Berlin, EUR",
        "US, United States, America/New_York, USD",
        "AU, Australia, Australia/Sydney, AUD",
        "UA, Ukraine, Europe/Kyiv, UAH",
        "KW, Kuwait, Asia/Kuwait, KWD"
    })
    void aCountrySuggestsItsZoneAndCurrency(String code, String name, ZoneId zone, Currency currency) {
        Country country = Countries.byCode(code).orElseThrow();
        assertThat(country.name()).isEqualTo(name);
        assertThat(country.usualZone()).isEqualTo(zone);
        assertThat(country.currency()).isEqualTo(currency);
    }

    @Test
    void aWideCountryOffersAllItsZones() {
        assertThat(Countries.byCode("US").orElseThrow().zones())
                .contains(ZoneId.of("America/Los_Angeles"), ZoneId.of("Pacific/Honolulu"), ZoneId.of("America/Denver"));
    }

    @Test
    void theListHoldsTheWorldInTheOrderOfNames() {
        assertThat(Countries.all()).hasSizeGreaterThan(230);
        assertThat(Countries.all())
                .extracting(Country::name)
                .startsWith("Afghanistan")
                .doesNotHaveDuplicates();
        assertThat(Countries.zones()).contains(ZoneId.of("Pacific/Chatham"), ZoneId.of("Asia/Kathmandu"));
        assertThat(Countries.currencies()).contains(Currency.getInstance("JPY")).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownCodeIsNoCountry() {
        assertThat(Countries.byCode("XX")).isEmpty();
        assertThat(Countries.byCode("")).isEmpty();
        assertThat(Countries.byCode(null)).isEmpty();
    }
}
