package io.anteroom.clinic.scheduling.setup;

import io.anteroom.payments.Money;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be booked.
 *
 * @param name as patients read it, unique among those offered
 * @param description what it is, for who chooses; may be empty
 * @param preparation what to bring and how to prepare, for who has booked; may be empty
 * @param price what it costs, or null where nothing is said
 * @param reminders when whoever has booked it is reminded, the first first, none twice
 */
public record ServiceDetails(
        String name,
        String description,
        String preparation,
        Timing timing,
        @Nullable Money price,
        BookingRules booking,
        Givers givers,
        List<ServiceReminder> reminders) {

    /** Puts the reminders in order. */
    public ServiceDetails {
        reminders = reminders.stream().distinct().sorted().toList();
    }

    /** One of which nobody is reminded. */
    public ServiceDetails(
            String name,
            String description,
            String preparation,
            Timing timing,
            @Nullable Money price,
            BookingRules booking,
            Givers givers) {
        this(name, description, preparation, timing, price, booking, givers, List.of());
    }

    /** The same with these reminders. */
    public ServiceDetails reminding(List<ServiceReminder> instead) {
        return new ServiceDetails(name, description, preparation, timing, price, booking, givers, instead);
    }

    /**
     * How long it takes.
     *
     * @param minutes how long the patient is there, 5 to 480
     * @param before minutes kept free before that, 0 to 120
     * @param after minutes kept free after that, 0 to 120
     */
    public record Timing(int minutes, int before, int after) {}

    /**
     * What patients may do themselves.
     *
     * @param online whether they may book it in the portal
     * @param forNewPatients whether people without a record may
     * @param noticeMinutes how long ahead at the latest, 0 to 43,200
     * @param cancelUntilMinutes until how long before they may cancel or move it, 0 to 43,200
     * @param horizonDays how many days ahead at most, 1 to 730
     * @param deposit what they pay when they book it, or null where nothing
     */
    public record BookingRules(
            boolean online,
            boolean forNewPatients,
            int noticeMinutes,
            int cancelUntilMinutes,
            int horizonDays,
            @Nullable Money deposit) {}

    /**
     * By whom and where it is given.
     *
     * @param practitioners the numbers of those who give it
     * @param locations the numbers of the places
     * @param needsRoom whether it takes up a room
     * @param rooms the numbers of the rooms it can be in; none: any of the location. Empty where it needs none
     */
    public record Givers(Set<Long> practitioners, Set<Long> locations, boolean needsRoom, Set<Long> rooms) {

        /** Copies the sets. */
        public Givers {
            practitioners = Set.copyOf(practitioners);
            locations = Set.copyOf(locations);
            rooms = needsRoom ? Set.copyOf(rooms) : Set.of();
        }
    }
}
