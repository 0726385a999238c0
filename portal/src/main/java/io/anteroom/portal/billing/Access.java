package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import org.jspecify.annotations.Nullable;

/**
 * Whether the invoices of the patient acted for may be seen.
 *
 * @param open whether they may; also where there is no patient at all
 * @param why why not, to be said to the person, or null where they may
 */
public record Access(boolean open, @Nullable String why) {

    static Access of(VisibleChart chart) {
        return chart.actingFor()
                .map(patient -> {
                    if (!patient.scopes().contains(AccessScope.MONEY)) {
                        return new Access(
                                false,
                                say(
                                        "Your access to the record of {patient} doesn’t include invoices.",
                                        "patient",
                                        patient.name()));
                    }
                    return patient.level() == AccessLevel.LIMITED
                            ? new Access(
                                    false,
                                    say(
                                            "Your access to the record of {patient} is limited to what you enter yourself. Invoices come from the clinic.",
                                            "patient",
                                            patient.name()))
                            : new Access(true, null);
                })
                .orElseGet(() -> new Access(true, null));
    }
}
