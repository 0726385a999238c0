package io.anteroom.clinic.scheduling.setup;

import io.anteroom.payments.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Services as people read them, by the labels of the form.
 *
 * @param practitioners names by number
 * @param locations names by number
 * @param rooms names by number
 */
public record ServiceWords(Map<Long, String> practitioners, Map<Long, String> locations, Map<Long, String> rooms) {

    private static final int HOUR = 60;
    private static final int DAY = 1_440;

    static ServiceWords of(Collection<Practitioner> practitioners, Collection<Location> locations) {
        return new ServiceWords(
                practitioners.stream().collect(Collectors.toMap(one -> one.id().value(), Practitioner::name)),
                locations.stream().collect(Collectors.toMap(one -> one.id().value(), Location::name)),
                locations.stream()
                        .flatMap(one -> one.rooms().stream())
                        .collect(Collectors.toMap(room -> room.id().value(), Room::name)));
    }

    Map<String, String> of(ServiceDetails service) {
        var words = new LinkedHashMap<String, String>();
        words.put("Name", service.name());
        words.put("Description", service.description());
        words.put("Preparation", service.preparation());
        words.put("Length", span(service.timing().minutes()));
        words.put("Kept free before", span(service.timing().before()));
        words.put("Kept free after", span(service.timing().after()));
        Money price = service.price();
        words.put("Price", price == null ? "" : price.toString());
        words.put("Patients may book it", yesOrNo(service.booking().online()));
        words.put("New patients may", yesOrNo(service.booking().forNewPatients()));
        words.put("Booked at the latest", span(service.booking().noticeMinutes()) + " before");
        words.put("Cancelled or moved at the latest", span(service.booking().cancelUntilMinutes()) + " before");
        words.put("Booked at most", service.booking().horizonDays() + " days ahead");
        Money deposit = service.booking().deposit();
        words.put("Deposit", deposit == null ? "" : deposit.toString());
        words.put("Given by", names(service.givers().practitioners(), practitioners));
        words.put("At", names(service.givers().locations(), locations));
        words.put("Needs a room", yesOrNo(service.givers().needsRoom()));
        words.put("Rooms", names(service.givers().rooms(), rooms));
        words.put(
                "Reminders",
                service.reminders().stream().map(ServiceReminder::words).collect(Collectors.joining(", ")));
        return words;
    }

    /** A span of minutes in the largest unit that fits it: {@code 45 min}, {@code 2 h}, {@code 1 day}. */
    public static String span(int minutes) {
        if (minutes > 0 && minutes % DAY == 0) {
            return minutes == DAY ? "1 day" : minutes / DAY + " days";
        }
        if (minutes < HOUR || minutes % HOUR != 0) {
            return minutes > HOUR ? minutes / HOUR + " h " + minutes % HOUR + " min" : minutes + " min";
        }
        return minutes / HOUR + " h";
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static String names(Collection<Long> numbers, Map<Long, String> names) {
        Stream<String> known = numbers.stream().map(number -> names.getOrDefault(number, number.toString()));
        return known.sorted().collect(Collectors.joining(", "));
    }
}
