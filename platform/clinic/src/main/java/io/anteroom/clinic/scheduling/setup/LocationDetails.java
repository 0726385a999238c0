package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.patient.PhoneNumber;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place where people are seen.
 *
 * @param name as patients read it, unique among those that are open
 * @param street may be empty, as postcode and city
 * @param country ISO 3166-1 alpha-2
 * @param mapLink an {@code https} address that shows where it is
 * @param phone whom to call there
 * @param zone the time zone its hours are meant in
 */
public record LocationDetails(
        String name,
        String street,
        String postcode,
        String city,
        String country,
        @Nullable String mapLink,
        @Nullable PhoneNumber phone,
        ZoneId zone) {

    static final int LONGEST_NAME = 80;
    private static final int LONGEST_LINK = 500;

    /** Reads what was typed; what is wrong is in {@link Typed#faults()}. */
    public static LocationDetails read(Typed typed) {
        String name = typed.line("name", LONGEST_NAME, "Enter a name, as patients know the place");
        String street = typed.line("street", 200);
        String postcode = typed.line("postcode", 20);
        String city = typed.line("city", 80);
        String country = country(typed);
        ZoneId zone = zone(typed);
        PhoneNumber phone = phone(typed, country);
        return new LocationDetails(name, street, postcode, city, country, mapLink(typed), phone, zone);
    }

    private static String country(Typed typed) {
        String code = typed.raw("country");
        if (Arrays.asList(Locale.getISOCountries()).contains(code)) {
            return code;
        }
        typed.wrong("country", "Choose a country");
        return "ZZ";
    }

    private static @Nullable String mapLink(Typed typed) {
        String link = typed.line("mapLink", LONGEST_LINK);
        if (link.isEmpty()) {
            return null;
        }
        try {
            var address = new URI(link);
            if ("https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null) {
                return address.toString();
            }
        } catch (URISyntaxException _) {
            // said below
        }
        typed.wrong("mapLink", "Enter the whole address of the map, beginning with https://");
        return null;
    }

    private static @Nullable PhoneNumber phone(Typed typed, String country) {
        String number = typed.line("phone", 40);
        if (number.isEmpty()) {
            return null;
        }
        Optional<PhoneNumber> read = PhoneNumber.parse(number, country);
        if (read.isEmpty()) {
            typed.wrong("phone", "Enter a phone number, or one with + and the country code");
        }
        return read.orElse(null);
    }

    private static ZoneId zone(Typed typed) {
        String zone = typed.raw("zone");
        if (Zones.names().contains(zone)) {
            return ZoneId.of(zone);
        }
        typed.wrong("zone", "Choose a time zone");
        return ZoneId.of("UTC");
    }

    /** The address in one line, or empty. */
    public String address() {
        return Stream.of(street, (postcode + " " + city).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** All of it as people read it, by the labels of the form. */
    Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("Name", name);
        words.put("Street", street);
        words.put("Postcode", postcode);
        words.put("City", city);
        words.put("Country", Locale.of("", country).getDisplayCountry(Locale.UK));
        words.put("Map", mapLink == null ? "" : mapLink);
        words.put("Phone", phone == null ? "" : phone.format(country));
        words.put("Time zone", zone.getId());
        return words;
    }
}
