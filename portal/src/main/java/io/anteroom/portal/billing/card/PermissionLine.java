package io.anteroom.portal.billing.card;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.card.CardPermission;
import io.anteroom.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A permission to charge a card, as whoever gave it reads of it.
 *
 * @param patient whose invoices it is about
 * @param wording what was agreed to, in the language in which it was
 * @param given when, in words
 * @param withdrawn when it was withdrawn, in words, or null
 */
public record PermissionLine(
        long patient,
        String card,
        String wording,
        String language,
        String given,
        @Nullable String withdrawn) {

    static PermissionLine of(CardPermission permission, Formats formats) {
        var consent = permission.consent();
        var revoked = consent.revokedAt();
        return new PermissionLine(
                permission.patient().value(),
                consent.card().toString(),
                consent.wording(),
                consent.language(),
                formats.time(consent.givenAt()),
                revoked == null ? null : formats.time(revoked));
    }

    /** Which way its words run. */
    public String direction() {
        return Language.directionOf(language);
    }
}
