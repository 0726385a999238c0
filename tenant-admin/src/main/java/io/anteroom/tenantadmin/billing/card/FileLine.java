package io.anteroom.tenantadmin.billing.card;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.card.CardOnFile;
import io.anteroom.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A card on file as staff read of it.
 *
 * @param consent the permission by which it would be charged
 * @param wording what its owner agreed to, in the language in which they did
 * @param given by whom and when
 * @param warning that it has expired, or null
 */
public record FileLine(
        String consent,
        String owner,
        String card,
        String wording,
        String language,
        String given,
        @Nullable String warning) {

    static FileLine of(CardOnFile file, boolean expired, Formats formats) {
        return new FileLine(
                file.consent().id().toString(),
                file.owner(),
                file.card().title(),
                file.consent().wording(),
                file.consent().language(),
                "Given by " + file.consent().givenBy() + ", "
                        + formats.time(file.consent().givenAt()),
                expired ? "This card has expired. The bank will probably decline it." : null);
    }

    /** Which way its words run. */
    public String direction() {
        return Language.directionOf(language);
    }
}
