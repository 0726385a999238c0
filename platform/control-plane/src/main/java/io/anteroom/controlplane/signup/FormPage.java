package io.anteroom.controlplane.signup;

import static io.anteroom.controlplane.signup.SignUpForm.text;

import io.anteroom.controlplane.organisation.Countries;
import io.anteroom.controlplane.organisation.Country;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The form as shown.
 *
 * @param baseHost what follows the address of a portal, with the dot before it
 */
public record FormPage(SignUpForm form, FormErrors errors, String baseHost) {

    private static final Option LEFT_OPEN = new Option("", "The usual one of the country");

    /** The countries, with nothing chosen first. */
    public List<Option> countries() {
        return Stream.concat(
                        Stream.of(new Option("", "Choose a country")),
                        Countries.all().stream().map(country -> new Option(country.code(), country.name())))
                .toList();
    }

    /** The time zones of the chosen country first, then all others. */
    public List<Option> zones() {
        List<ZoneId> own = country().map(Country::zones).orElse(List.of());
        Stream<ZoneId> others = Countries.zones().stream().filter(zone -> !own.contains(zone));
        Stream<Option> zones = Stream.concat(own.stream(), others)
                .map(zone -> new Option(zone.getId(), zone.getId().replace('_', ' ')));
        return leftOpenWithoutCountry(zones);
    }

    /** The currency of the chosen country first, then all others. */
    public List<Option> currencies() {
        Stream<Currency> own = country().map(Country::currency).stream();
        Stream<Option> currencies = Stream.concat(own, Countries.currencies().stream())
                .distinct()
                .map(currency -> new Option(
                        currency.getCurrencyCode(),
                        currency.getCurrencyCode() + " – " + currency.getDisplayName(Locale.UK)));
        return leftOpenWithoutCountry(currencies);
    }

    /** The zone to show as chosen. */
    public String zone() {
        String typed = text(form.zone());
        return typed.isEmpty()
                ? country().map(country -> country.usualZone().getId()).orElse("")
                : typed;
    }

    /** The currency to show as chosen. */
    public String currency() {
        String typed = text(form.currency());
        return typed.isEmpty()
                ? country().map(country -> country.currency().getCurrencyCode()).orElse("")
                : typed;
    }

    private List<Option> leftOpenWithoutCountry(Stream<Option> options) {
        return country().isPresent()
                ? options.toList()
                : Stream.concat(Stream.of(LEFT_OPEN), options).toList();
    }

    private Optional<Country> country() {
        return Countries.byCode(text(form.country()));
    }
}
