package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.ServiceDetails;
import io.anteroom.clinic.scheduling.setup.ServiceReminder;
import io.anteroom.payments.Money;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service as it stands in its form. */
final class ServiceValues {

    private static final int HOUR = 60;
    private static final int DAY = 1_440;

    private ServiceValues() {}

    static SetupForm of(Service service) {
        ServiceDetails details = service.details();
        Money price = details.price();
        var values = new HashMap<String, List<String>>();
        values.put("name", List.of(details.name()));
        values.put("description", List.of(details.description()));
        values.put("preparation", List.of(details.preparation()));
        put(values, "minutes", details.timing().minutes());
        put(values, "before", details.timing().before());
        put(values, "after", details.timing().after());
        values.put("price", List.of(price == null ? "" : price.toMajor().toPlainString()));
        tick(values, "online", details.booking().online());
        tick(values, "forNewPatients", details.booking().forNewPatients());
        span(values, "notice", details.booking().noticeMinutes());
        span(values, "cancelUntil", details.booking().cancelUntilMinutes());
        put(values, "horizon", details.booking().horizonDays());
        Money deposit = details.booking().deposit();
        values.put("deposit", List.of(deposit == null ? "" : deposit.toMajor().toPlainString()));
        ids(values, "practitioner", details.givers().practitioners());
        ids(values, "location", details.givers().locations());
        tick(values, "needsRoom", details.givers().needsRoom());
        ids(values, "room", details.givers().rooms());
        remind(values, details.reminders());
        return SetupForm.of(values, service.version());
    }

    /** What is usual; who is the only one and where is the only place are ticked. */
    static SetupForm usual(ServiceChoices choices) {
        var values = new HashMap<String, List<String>>();
        put(values, "minutes", 30);
        put(values, "before", 0);
        put(values, "after", 0);
        tick(values, "online", true);
        span(values, "notice", 2 * HOUR);
        span(values, "cancelUntil", DAY);
        put(values, "horizon", 90);
        remind(values, List.of(ServiceReminder.byEmail(DAY)));
        if (choices.practitioners().size() == 1) {
            put(values, "practitioner", choices.practitioners().getFirst().id().value());
        }
        if (choices.locations().size() == 1) {
            put(values, "location", choices.locations().getFirst().id().value());
        }
        return SetupForm.of(values, 0);
    }

    /** A line of the form for each moment; what goes out by both channels at once is one. */
    private static void remind(Map<String, List<String>> values, List<ServiceReminder> reminders) {
        var moments = reminders.stream()
                .map(ServiceReminder::minutesBefore)
                .distinct()
                .toList();
        for (int i = 0; i < ServiceReminder.MOST; i++) {
            String field = "reminder" + (i + 1);
            if (i < moments.size()) {
                int minutes = moments.get(i);
                span(values, field, minutes);
                boolean email = reminders.contains(ServiceReminder.byEmail(minutes));
                boolean text = reminders.contains(ServiceReminder.byText(minutes));
                values.put(field + "Way", List.of(email && text ? "both" : email ? "email" : "text"));
            } else {
                span(values, field, i == 0 ? DAY : 2 * HOUR);
            }
        }
    }

    private static void put(Map<String, List<String>> values, String field, long number) {
        values.put(field, List.of(String.valueOf(number)));
    }

    private static void tick(Map<String, List<String>> values, String field, boolean ticked) {
        values.put(field, List.of(String.valueOf(ticked)));
    }

    private static void ids(Map<String, List<String>> values, String field, Collection<Long> ids) {
        values.put(field, ids.stream().map(String::valueOf).toList());
    }

    private static void span(Map<String, List<String>> values, String field, int minutes) {
        boolean days = minutes > 0 && minutes % DAY == 0;
        boolean hours = minutes > 0 && minutes % HOUR == 0;
        put(values, field, days ? minutes / DAY : hours ? minutes / HOUR : minutes);
        values.put(field + "Unit", List.of(days ? "days" : hours ? "hours" : "minutes"));
    }
}
