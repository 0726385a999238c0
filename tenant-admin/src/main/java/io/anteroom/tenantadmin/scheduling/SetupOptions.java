package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Zones;
import io.anteroom.webkit.form.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists that forms of the set-up offer. */
public final class SetupOptions {

    private static final List<Option> COUNTRIES = Stream.of(Locale.getISOCountries())
            .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(Locale.UK)))
            .sorted(Comparator.comparing(Option::label))
            .toList();

    private static final List<Option> ZONES = Zones.names().stream()
            .map(name -> new Option(name, name.replace('_', ' ')))
            .toList();

    private static final List<Option> SPANS =
            List.of(new Option("minutes", "minutes"), new Option("hours", "hours"), new Option("days", "days"));

    private static final List<Option> REMINDERS = List.of(
            new Option("", "None"),
            new Option("email", "By email"),
            new Option("text", "By text message"),
            new Option("both", "By email and text message"));

    private SetupOptions() {}

    /** Ways to remind somebody. */
    public static List<Option> reminders() {
        return REMINDERS;
    }

    /** All countries, by name. */
    public static List<Option> countries() {
        return COUNTRIES;
    }

    /** All time zones, by name. */
    public static List<Option> zones() {
        return ZONES;
    }

    /** Units of time. */
    public static List<Option> spans() {
        return SPANS;
    }

    /** The open locations behind a first choice that is none of them. */
    public static List<Option> locations(List<Location> locations, String none) {
        return Stream.concat(
                        Stream.of(new Option("", none)),
                        locations.stream()
                                .filter(Location::open)
                                .map(one -> new Option(one.id().toString(), one.name())))
                .toList();
    }

    /** The name of a location, where null means all. */
    public static String name(List<Location> locations, @Nullable LocationId id) {
        return id == null
                ? "All locations"
                : locations.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(Location::name)
                        .orElse("Another location");
    }
}
