package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.ServiceDetails;
import io.anteroom.clinic.scheduling.setup.ServiceWords;
import io.anteroom.payments.Money;
import io.anteroom.webkit.Badge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * By whom and where services can be given.
 *
 * @param practitioners those who work
 * @param locations those that are open
 * @param locale how prices are written at the clinic
 */
public record ServiceChoices(List<Practitioner> practitioners, List<Location> locations, Locale locale) {

    /** Leaves out who no longer works and what is closed. */
    static ServiceChoices of(List<Practitioner> practitioners, List<Location> locations, Locale locale) {
        return new ServiceChoices(
                practitioners.stream().filter(Practitioner::open).toList(),
                locations.stream().filter(Location::open).toList(),
                locale);
    }

    /** Who can book a service, or why nobody can. */
    public Badge state(Service service) {
        if (!service.open()) {
            return Badge.quiet("No longer offered");
        }
        ServiceDetails.Givers givers = service.details().givers();
        if (practitioners.stream()
                .noneMatch(one -> givers.practitioners().contains(one.id().value()))) {
            return Badge.warning("Nobody gives it yet");
        }
        if (locations.stream()
                .noneMatch(one -> givers.locations().contains(one.id().value()))) {
            return Badge.warning("Nowhere yet");
        }
        if (!service.details().booking().online()) {
            return Badge.quiet("Booked by staff");
        }
        return service.details().booking().forNewPatients()
                ? Badge.good("Booked online, by new patients too")
                : Badge.good("Booked online");
    }

    /** Its length, price and who gives it, in a line. */
    public String summary(Service service) {
        List<String> parts = new ArrayList<>();
        parts.add(ServiceWords.span(service.details().timing().minutes()));
        Money price = service.details().price();
        if (price != null) {
            parts.add(price.format(locale));
        }
        Money deposit = service.details().booking().deposit();
        if (deposit != null) {
            parts.add("deposit " + deposit.format(locale));
        }
        practitioners.stream()
                .filter(one -> service.details()
                        .givers()
                        .practitioners()
                        .contains(one.id().value()))
                .map(Practitioner::name)
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(parts::add);
        return String.join(" · ", parts);
    }
}
