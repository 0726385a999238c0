package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.LinkToken;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as it was typed.
 *
 * @param suggested the address we last put into {@code slug}; while the two are the same, nobody typed one
 * @param website a field that people do not see; programs fill it in
 * @param page the key of the pages of this sign-up
 * @param opened a {@link FormStamp}
 */
public record SignUpForm(
        @Nullable String organisationName,
        @Nullable String slug,
        @Nullable String suggested,
        @Nullable String country,
        @Nullable String zone,
        @Nullable String currency,
        @Nullable String ownerName,
        @Nullable String email,
        @Nullable String terms,
        @Nullable String website,
        @Nullable String page,
        @Nullable String opened) {

    static SignUpForm empty(@Nullable String country, LinkToken page, String opened) {
        return new SignUpForm("", "", "", country, "", "", "", "", "", "", page.value(), opened);
    }

    /** Filled in again, so that details can be changed; the terms are agreed to anew. */
    static SignUpForm of(SignUp signUp, LinkToken page, String opened) {
        var wanted = signUp.organisation();
        return new SignUpForm(
                wanted.name(),
                wanted.slug().value(),
                "",
                wanted.country().code(),
                wanted.zone().getId(),
                wanted.currency().getCurrencyCode(),
                wanted.owner().name(),
                wanted.owner().email().value(),
                "",
                "",
                page.value(),
                opened);
    }

    /** The same with another address for the portal, ours. */
    SignUpForm suggesting(String slug) {
        return new SignUpForm(
                organisationName, slug, slug, country, zone, currency, ownerName, email, terms, website, page, opened);
    }

    /** The same with another place. */
    SignUpForm placed(String zone, String currency) {
        return new SignUpForm(
                organisationName,
                slug,
                suggested,
                country,
                zone,
                currency,
                ownerName,
                email,
                terms,
                website,
                page,
                opened);
    }

    /** The same as if it were opened now. */
    SignUpForm reopened(LinkToken key, String stamp) {
        return new SignUpForm(
                organisationName,
                slug,
                suggested,
                country,
                zone,
                currency,
                ownerName,
                email,
                terms,
                website,
                key.value(),
                stamp);
    }

    Optional<LinkToken> pageKey() {
        return LinkToken.read(text(page));
    }

    /** Whether nobody has typed an address yet. */
    boolean slugIsOurs() {
        return text(slug).isEmpty() || text(slug).equals(text(suggested));
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
