package io.anteroom.controlplane.signup;

import static io.anteroom.controlplane.signup.SignUpForm.text;

import io.anteroom.controlplane.organisation.Countries;
import io.anteroom.controlplane.organisation.Country;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.webkit.form.FormErrors;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a form once: into an organisation, or into what is wrong with it, in the order of its fields. */
final class FormReader {

    static final int SHORTEST_NAME = 2;
    static final int LONGEST_NAME = 100;

    private final SignUpForm form;
    private FormErrors errors = FormErrors.none();

    private FormReader(SignUpForm form) {
        this.form = form;
    }

    /** What came of reading. */
    sealed interface Read {}

    /** All of it can be read. */
    record Wanted(NewOrganisation organisation) implements Read {}

    /** Some of it cannot. */
    record Wrong(FormErrors errors) implements Read {}

    static Read read(SignUpForm form) {
        return new FormReader(form).read();
    }

    private Read read() {
        String name = name("organisationName", form.organisationName(), "your organisation’s name");
        Slug slug = slug();
        Country country = country();
        ZoneId zone = zone(country);
        Currency currency = currency(country);
        String ownerName = name("ownerName", form.ownerName(), "your name");
        EmailAddress email = email();
        if (!text(form.terms()).equals("true")) {
            errors = errors.with("terms", "Agree to the terms to go on");
        }
        if (errors.any() || slug == null || country == null || zone == null || currency == null || email == null) {
            return new Wrong(errors);
        }
        return new Wanted(
                new NewOrganisation(name, slug, country, zone, currency, new NewOrganisation.Owner(ownerName, email)));
    }

    private String name(String field, @Nullable String typed, String what) {
        String name = text(typed).replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            errors = errors.with(field, "Enter " + what);
        } else if (name.length() < SHORTEST_NAME) {
            errors = errors.with(field, "Enter " + what + " with 2 characters or more");
        } else if (name.length() > LONGEST_NAME) {
            errors = errors.with(field, "Enter " + what + " with 100 characters or fewer");
        } else if (name.codePoints().anyMatch(Character::isISOControl) || name.contains("://")) {
            errors = errors.with(field, "Enter " + what + " without addresses or control characters");
        }
        return name;
    }

    private @Nullable Slug slug() {
        return switch (Slug.read(text(form.slug()))) {
            case Slug.Good(Slug slug) -> slug;
            case Slug.Refused(Slug.Problem problem) -> {
                errors = errors.with("slug", SlugWords.of(problem));
                yield null;
            }
        };
    }

    private @Nullable Country country() {
        Optional<Country> country = Countries.byCode(text(form.country()));
        if (country.isEmpty()) {
            errors = errors.with("country", "Choose the country your clinic is in");
        }
        return country.orElse(null);
    }

    /** Left open, it is the country's usual one. */
    private @Nullable ZoneId zone(@Nullable Country country) {
        String typed = text(form.zone());
        if (typed.isEmpty()) {
            return country == null ? null : country.usualZone();
        }
        Optional<ZoneId> zone = Countries.zones().stream()
                .filter(known -> known.getId().equals(typed))
                .findFirst();
        if (zone.isEmpty()) {
            errors = errors.with("zone", "Choose a time zone from the list");
        }
        return zone.orElse(null);
    }

    /** Left open, it is the country's own. */
    private @Nullable Currency currency(@Nullable Country country) {
        String typed = text(form.currency());
        if (typed.isEmpty()) {
            return country == null ? null : country.currency();
        }
        Optional<Currency> currency = Countries.currencies().stream()
                .filter(known -> known.getCurrencyCode().equals(typed))
                .findFirst();
        if (currency.isEmpty()) {
            errors = errors.with("currency", "Choose a currency from the list");
        }
        return currency.orElse(null);
    }

    private @Nullable EmailAddress email() {
        String typed = text(form.email());
        Optional<EmailAddress> email = EmailAddress.read(typed);
        if (email.isEmpty()) {
            errors = errors.with(
                    "email",
                    typed.isEmpty() ? "Enter your email address" : "Enter an email address like name@example.org");
        }
        return email.orElse(null);
    }
}
