package io.anteroom.clinic.scheduling.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void allThatIsWrongWithALocationIsSaidAtOnceBesideItsField() {
        var typed = new Typed(Map.of(
                "name", List.of("  "),
                "street", List.of("x".repeat(201)),
                "country", List.of("XX"),
                "zone", List.of("Mars/Phobos"),
                "mapLink", List.of("javascript:alert(1)"),
                "phone", List.of("call me")));

        LocationDetails.read(typed);

        assertThat(typed.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("name", "street", "country", "zone", "mapLink", "phone");
    }

    @Test
    void aLocationIsReadAsPeopleTypeIt() {
        var typed = new Typed(Map.of(
                "name", List.of(" High\u00a0 Street\u200b "),
                "country", List.of("DE"),
                "zone", List.of("Europe/Berlin"),
                "mapLink", List.of("https://maps.example/x?y=1"),
                "phone", List.of("030 123456")));

        LocationDetails read = LocationDetails.read(typed);

        assertThat(typed.faults()).isEmpty();
        assertThat(read.name()).isEqualTo("High Street");
        assertThat(read.phone()).extracting("value").isEqualTo("+4930123456");
        assertThat(read.address()).isEmpty();
    }

    @Test
    void aServiceIsReadInTheClinicsCurrencyAndUnits() {
        Map<String, List<String>> values = service();
        var typed = new Typed(values);

        ServiceDetails read = new ServiceReader(Currency.getInstance("GBP"), Locale.UK).read(typed);

        assertThat(typed.faults()).isEmpty();
        assertThat(read.price()).isEqualTo(Money.of(8_450, "GBP"));
        assertThat(read.booking().noticeMinutes()).isEqualTo(120);
        assertThat(read.booking().cancelUntilMinutes()).isEqualTo(2_880);
        assertThat(read.booking().forNewPatients())
                .as("nobody new where nobody books")
                .isFalse();
        assertThat(read.givers().practitioners()).containsExactlyInAnyOrder(3L, 4L);
    }

    @Test
    void numbersOutOfBoundsAreRefusedWithTheBounds() {
        Map<String, List<String>> values = service();
        values.put("minutes", List.of("4"));
        values.put("before", List.of("-1"));
        values.put("after", List.of("99999999999"));
        values.put("notice", List.of("721"));
        values.put("cancelUntil", List.of("31"));
        values.put("horizon", List.of("a"));
        values.put("price", List.of("1.234"));
        var typed = new Typed(values);

        new ServiceReader(Currency.getInstance("GBP"), Locale.UK).read(typed);

        assertThat(typed.faults())
                .extracting(Fault::field)
                .containsExactly("minutes", "before", "after", "price", "notice", "cancelUntil", "horizon");
        assertThat(typed.faults())
                .contains(
                        new Fault("minutes", "Enter a whole number of minutes from 5 to 480"),
                        new Fault("notice", "Enter a whole number of hours from 0 to 720"),
                        new Fault("cancelUntil", "Enter a whole number of days from 0 to 30"));
    }

    private static Map<String, List<String>> service() {
        var values = new HashMap<String, List<String>>();
        values.put("name", List.of("First visit"));
        values.put("minutes", List.of("45"));
        values.put("before", List.of("0"));
        values.put("after", List.of("10"));
        values.put("price", List.of("£84.50"));
        values.put("forNewPatients", List.of("true"));
        values.put("notice", List.of("2"));
        values.put("noticeUnit", List.of("hours"));
        values.put("cancelUntil", List.of("2"));
        values.put("cancelUntilUnit", List.of("days"));
        values.put("horizon", List.of("90"));
        values.put("practitioner", List.of("3", "4", "x"));
        return values;
    }
}
