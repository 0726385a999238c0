package io.anteroom.controlplane.organisation;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The countries a clinic can be in: those of ISO 3166-1 that have a currency and people who keep time. Names and
 * currencies are the JDK's, zones are Unicode CLDR's.
 */
public final class Countries {

    /** Where a country keeps several times: the zone of its most people. */
    private static final Map<String, String> MOST_PEOPLE = Map.ofEntries(
            Map.entry("AR", "America/Argentina/Buenos_Aires"),
            Map.entry("AU", "Australia/Sydney"),
            Map.entry("BR", "America/Sao_Paulo"),
            Map.entry("CA", "America/Toronto"),
            Map.entry("CD", "Africa/Kinshasa"),
            Map.entry("CL", "America/Santiago"),
            Map.entry("CN", "Asia/Shanghai"),
            Map.entry("CY", "Asia/Nicosia"),
            Map.entry("DE", "Europe/Berlin"),
            Map.entry("EC", "America/Guayaquil"),
            Map.entry("ES", "Europe/Madrid"),
            Map.entry("FM", "Pacific/Pohnpei"),
            Map.entry("GL", "America/Nuuk"),
            Map.entry("ID", "Asia/Jakarta"),
            Map.entry("KI", "Pacific/Tarawa"),
            Map.entry("KZ", "Asia/Almaty"),
            Map.entry("MH", "Pacific/Majuro"),
            Map.entry("MN", "Asia/Ulaanbaatar"),
            Map.entry("MX", "America/Mexico_City"),
            Map.entry("MY", "Asia/Kuala_Lumpur"),
            Map.entry("NZ", "Pacific/Auckland"),
            Map.entry("PF", "Pacific/Tahiti"),
            Map.entry("PG", "Pacific/Port_Moresby"),
            Map.entry("PS", "Asia/Gaza"),
            Map.entry("PT", "Europe/Lisbon"),
            Map.entry("RU", "Europe/Moscow"),
            Map.entry("UA", "Europe/Kyiv"),
            Map.entry("UM", "Pacific/Wake"),
            Map.entry("US", "America/New_York"),
            Map.entry("UZ", "Asia/Tashkent"));

    private static final List<Country> ALL = Arrays.stream(Locale.getISOCountries())
            .map(Countries::country)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(Country::name, Collator.getInstance(Locale.UK)))
            .toList();

    private static final Map<String, Country> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Country::code, Function.identity()));

    private static final List<Currency> CURRENCIES = ALL.stream()
            .map(Country::currency)
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();

    private static final List<ZoneId> ZONES = ALL.stream()
            .map(Country::zones)
            .flatMap(Collection::stream)
            .distinct()
            .sorted(Comparator.comparing(ZoneId::getId))
            .toList();

    private Countries() {}

    /** All, by name. */
    public static List<Country> all() {
        return ALL;
    }

    /** The country of an ISO 3166-1 alpha-2 code, in capitals. */
    public static Optional<Country> byCode(@Nullable String code) {
        return Optional.ofNullable(code).map(BY_CODE::get);
    }

    /** The currencies that are legal tender somewhere, by code. */
    public static List<Currency> currencies() {
        return CURRENCIES;
    }

    /** The time zones in use somewhere, by name. */
    public static List<ZoneId> zones() {
        return ZONES;
    }

    private static Optional<Country> country(String code) {
        Locale locale = Locale.of("", code);
        Currency currency = Currency.getInstance(locale);
        List<ZoneId> zones = zones(code);
        return currency == null || zones.isEmpty()
                ? Optional.empty()
                : Optional.of(new Country(code, locale.getDisplayCountry(Locale.UK), zones, currency));
    }

    private static List<ZoneId> zones(String code) {
        Stream<String> first = Stream.ofNullable(MOST_PEOPLE.get(code));
        Stream<String> all = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, code, null).stream()
                .map(Countries::presentName)
                .sorted();
        return Stream.concat(first, all)
                .distinct()
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .toList();
    }

    /** CLDR keeps old names as canonical; people look for the present one. */
    private static String presentName(String id) {
        String present = TimeZone.getIanaID(id);
        return present == null ? id : present;
    }
}
