package io.anteroom.clinic.settings;

import io.anteroom.messaging.SenderIdentity;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives the clinic's mails the look of its portal. */
@Component
class ClinicSender implements SenderIdentity {

    private final PublishedPortals portals;
    private final String scheme;
    private final String baseHost;

    ClinicSender(
            PublishedPortals portals,
            @Value("${anteroom.web.scheme:https}") String scheme,
            @Value("${anteroom.web.base-host:localhost:8080}") String baseHost) {
        this.portals = portals;
        this.scheme = scheme;
        this.baseHost = baseHost;
    }

    @Override
    public Look look() {
        Tenant tenant = CurrentTenant.get();
        PortalDesign design = portals.current().design();
        return new Look(
                design.name(),
                design.main().hex(),
                design.main().textOnIt().hex(),
                logo(tenant, design.logo()),
                orNothing(design.email()),
                orNothing(design.phone()),
                orNothing(design.address().strip().replaceAll("\\s*\\R\\s*", ", ")),
                Locale.of("en", tenant.country()));
    }

    private @Nullable URI logo(Tenant tenant, @Nullable LogoId logo) {
        return logo == null
                ? null
                : URI.create(scheme + "://" + tenant.slug() + "." + baseHost + "/brand/logo/" + logo + ".png");
    }

    private static @Nullable String orNothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
