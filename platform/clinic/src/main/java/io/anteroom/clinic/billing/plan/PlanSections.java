package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.settings.PublishedPortal;
import io.anteroom.clinic.settings.Section;

/** What the portal must have for instalments: invoices, where they are seen and stopped, and payment methods, which they are charged to. */
final class PlanSections {

    private PlanSections() {}

    static boolean areOn(PublishedPortal portal) {
        return portal.offers(Section.INVOICES) && portal.offers(Section.PAYMENT_METHODS);
    }
}
