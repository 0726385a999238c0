package io.anteroom.demo;

import io.anteroom.clinic.scheduling.setup.ServiceReminder;
import io.anteroom.demo.SeedClinic.SeedPatient;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What can be booked at a clinic the demo begins with, by whom, where and when, and further patients who come there without
 * using the portal.
 *
 * @param reminders when patients are reminded of whatever they booked
 * @param holidays those of the year, by month and day
 * @param fullness the part of a working day that is usually taken, 0 to 1
 */
record SeedPractice(
        List<SeedLocation> locations,
        List<SeedService> services,
        List<SeedPractitioner> practitioners,
        List<ServiceReminder> reminders,
        Map<String, String> holidays,
        double fullness,
        List<SeedPatient> regulars) {

    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;

    /** A place, with its rooms. */
    record SeedLocation(String name, String street, String postcode, String city, String phone, List<String> rooms) {}

    /**
     * Something that can be booked.
     *
     * @param after minutes kept free behind it
     * @param price in the currency's minor unit
     * @param deposit paid when booking, likewise; 0 for none
     * @param online whether patients may book it, and new ones too if {@code forNew}
     * @param practitioners by their place in the list
     */
    record SeedService(
            String name,
            String description,
            String preparation,
            int minutes,
            int after,
            long price,
            long deposit,
            boolean online,
            boolean forNew,
            boolean needsRoom,
            List<Integer> practitioners) {}

    /**
     * Somebody whom patients see.
     *
     * @param hours as staff type them, for each day, by the place of a location in the list
     */
    record SeedPractitioner(String name, String title, String about, Map<Integer, Map<DayOfWeek, String>> hours) {}

    static SeedPractice of(SeedClinic clinic) {
        return clinic.equals(SeedClinic.SAKURA) ? SakuraPractice.ALL : HarbourPractice.ALL;
    }

    static Map<DayOfWeek, String> weekdays(String hours) {
        return days(
                hours, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    static Map<DayOfWeek, String> days(String hours, DayOfWeek... days) {
        return List.of(days).stream().collect(Collectors.toMap(day -> day, _ -> hours));
    }

    /** People without an address or a number, who are greeted at the desk; each name of both together once. */
    static List<SeedPatient> people(int number, List<String> given, List<String> family) {
        return IntStream.range(0, number)
                .mapToObj(i -> new SeedPatient(
                        given.get(i % given.size()),
                        family.get(i * 7 % family.size()),
                        LocalDate.of(1948 + i * 37 % 55, 1 + i * 5 % 12, 1 + i * 11 % 28),
                        "",
                        ""))
                .toList();
    }
}
