package io.anteroom.clinic.access.known;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Credentials;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantState;
import io.anteroom.tenancy.known.KnownAddress;
import io.anteroom.tenancy.known.KnownAddresses;
import io.anteroom.tenancy.known.KnownPortals;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the platform's list which clinics to ask, and then each of them whether it would send a code to the address now: what
 * the list still says of a credential that was just removed is never told.
 */
@Component
class PortalsOfAddress implements KnownPortals {

    /** More than anybody is a patient of; it bounds what one search costs. */
    private static final int MOST = 20;

    /** The region of a number whose country nobody has told: it needs its prefix. */
    private static final String NO_COUNTRY = "ZZ";

    private final ObjectProvider<KnownAddresses> known;
    private final TenantDirectory tenants;
    private final Credentials credentials;
    private final SenderIdentity sender;
    private final TransactionTemplate transaction;

    PortalsOfAddress(
            ObjectProvider<KnownAddresses> known,
            TenantDirectory tenants,
            Credentials credentials,
            SenderIdentity sender,
            TransactionTemplate transaction) {
        this.known = known;
        this.tenants = tenants;
        this.credentials = credentials;
        this.sender = sender;
        this.transaction = transaction;
    }

    @Override
    public Optional<Found> find(String typed) {
        return SignInAddress.read(typed, NO_COUNTRY)
                .map(this::find)
                .filter(found -> !found.portals().isEmpty());
    }

    private Found find(SignInAddress address) {
        var listed = new KnownAddress(address.channel().stored(), address.value());
        List<Portal> portals = known.getObject().tenants(listed, MOST).stream()
                .flatMap(id -> tenants.byId(id).stream())
                .filter(tenant -> tenant.state() == TenantState.ACTIVE)
                .flatMap(tenant -> portal(tenant, address).stream())
                .toList();
        return new Found(listed, portals);
    }

    private Optional<Portal> portal(Tenant tenant, SignInAddress address) {
        return CurrentTenant.call(
                tenant,
                () -> transaction.execute(_ -> credentials
                        .find(address)
                        .map(_ -> new Portal(sender.look().name(), tenant.slug()))));
    }
}
