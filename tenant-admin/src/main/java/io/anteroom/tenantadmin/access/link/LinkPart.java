package io.anteroom.tenantadmin.access.link;

import gg.jte.Content;
import io.anteroom.clinic.access.link.LinkEnd;
import io.anteroom.clinic.access.link.PatientLink;
import io.anteroom.clinic.access.link.PatientLinks;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.access.AccessPart;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Links;
import java.time.Clock;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Links on a patient's record, and the portal's own address. */
@Component
@Order(300)
class LinkPart implements AccessPart {

    private final PatientLinks links;
    private final Delivery delivery;
    private final Links addresses;
    private final Clock clock;

    LinkPart(PatientLinks links, Delivery delivery, Links addresses, Clock clock) {
        this.links = links;
        this.delivery = delivery;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Content of(Patient patient, StaffMember staff) {
        var newest = links.newest(patient.id());
        var slug = CurrentTenant.get().slug();
        return new StaticTemplates()
                .accessLinkSection(new LinkSection(
                        PatientRecord.url(patient.id().value()),
                        newest.map(this::state).orElse("No link has been made yet."),
                        newest.filter(link -> link.works(clock.instant())).isPresent(),
                        delivery.options(patient),
                        addresses.portal(slug, "/"),
                        "/o/" + slug + "/portal-poster"));
    }

    private String state(PatientLink link) {
        if (link.works(clock.instant())) {
            return "The " + link.kind().words() + " that " + link.madeBy() + " made on "
                    + Moments.moment(link.madeAt()) + " works until " + Moments.moment(link.expiresAt()) + ". "
                    + (link.openedAt() == null
                            ? "Nobody has gone on from its page yet."
                            : "It was opened on " + Moments.moment(link.openedAt()) + ".");
        }
        return "The last " + link.kind().words() + ", of " + Moments.moment(link.madeAt()) + ", "
                + (link.ended() == null
                        ? "ran out on " + Moments.moment(link.expiresAt())
                        : ended(link.ended()) + " on " + Moments.moment(Objects.requireNonNull(link.endedAt())))
                + ".";
    }

    private static String ended(LinkEnd because) {
        return switch (because) {
            case USED -> "was used";
            case REVOKED -> "was taken back";
            case REPLACED -> "was replaced";
            case WRONG_DATES -> "stopped working after three wrong dates of birth";
        };
    }
}
