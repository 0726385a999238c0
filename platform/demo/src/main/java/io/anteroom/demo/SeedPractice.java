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

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

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

    static final SeedPractice HARBOUR = new SeedPractice(
            List.of(
                    new SeedLocation(
                            "Quay Street",
                            "12 Quay Street",
                            "SE1 2AB",
                            "London",
                            "020 7946 0123",
                            List.of("Room 1", "Room 2", "Gym")),
                    new SeedLocation(
                            "Canada Water",
                            "3 Surrey Quays Road",
                            "SE16 7LL",
                            "London",
                            "020 7946 0124",
                            List.of("Room A"))),
            List.of(
                    new SeedService(
                            "First visit",
                            "We listen, look at how you move, and agree on a plan.",
                            "Bring letters or scans you have been given, and wear clothes you can move in.",
                            45,
                            15,
                            8_500,
                            0,
                            true,
                            true,
                            false,
                            List.of(0, 1, 2, 3)),
                    new SeedService(
                            "Follow-up",
                            "For patients who have been here before.",
                            "Wear clothes you can move in.",
                            30,
                            0,
                            6_500,
                            0,
                            true,
                            false,
                            false,
                            List.of(0, 1, 2, 3)),
                    new SeedService(
                            "Sports massage",
                            "For tired or sore muscles.",
                            "Please eat nothing heavy in the hour before.",
                            60,
                            15,
                            7_200,
                            2_000,
                            true,
                            true,
                            true,
                            List.of(2)),
                    new SeedService(
                            "Shockwave therapy",
                            "",
                            "Tell us if you take blood thinners.",
                            20,
                            10,
                            9_000,
                            0,
                            false,
                            false,
                            true,
                            List.of(0, 1))),
            List.of(
                    new SeedPractitioner(
                            "Olivia Hart",
                            "Physiotherapist",
                            "Knees, hips and everything runners do to them.",
                            Map.of(0, weekdays("8:30-12:30, 13:30-17:30"))),
                    new SeedPractitioner(
                            "Tom Ridley",
                            "Physiotherapist",
                            "Backs and necks; also speaks German.",
                            Map.of(
                                    0,
                                    days("9-13, 14-18", DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
                                    1,
                                    days("9-13, 14-18", DayOfWeek.TUESDAY, DayOfWeek.THURSDAY))),
                    new SeedPractitioner(
                            "Priya Nair",
                            "Sports therapist",
                            "Massage and training after injuries.",
                            Map.of(0, weekdays("12-20"))),
                    new SeedPractitioner(
                            "Marta Kowalska",
                            "Physiotherapist",
                            "Shoulders and hands. Works in the mornings.",
                            Map.of(
                                    0,
                                    days(
                                            "8-13",
                                            DayOfWeek.MONDAY,
                                            DayOfWeek.TUESDAY,
                                            DayOfWeek.THURSDAY,
                                            DayOfWeek.SATURDAY)))),
            List.of(ServiceReminder.byEmail(2 * DAY), ServiceReminder.byText(3 * HOUR)),
            Map.of("12-25", "Christmas Day", "12-26", "Boxing Day", "01-01", "New Year\u2019s Day"),
            0.45,
            people(
                    96,
                    List.of(
                            "George",
                            "Hannah",
                            "Ivan",
                            "Jess",
                            "Karim",
                            "Lena",
                            "Mohammed",
                            "Nina",
                            "Oscar",
                            "Poppy",
                            "Quentin",
                            "Rosa",
                            "Samuel",
                            "Tara",
                            "Uma",
                            "Victor",
                            "Wendy",
                            "Xavier",
                            "Yasmin",
                            "Zoe",
                            "Arthur",
                            "Bridget",
                            "Callum",
                            "Daisy",
                            "Ewan",
                            "Freya",
                            "Gareth",
                            "Imogen",
                            "Jack",
                            "Kirsty",
                            "Leo",
                            "Maeve"),
                    List.of(
                            "Adeyemi",
                            "Okafor",
                            "Petrov",
                            "Turner",
                            "Haddad",
                            "Fischer",
                            "Rossi",
                            "Wilde-Brown",
                            "Clarke",
                            "Dubois",
                            "Marquez",
                            "Osei",
                            "Singh",
                            "Desai",
                            "Lindqvist",
                            "Chen",
                            "Costa",
                            "Rahman",
                            "Papadopoulos",
                            "Pemberton",
                            "O\u2019Neill",
                            "Fraser",
                            "Whitworth",
                            "McAllister",
                            "Sutton",
                            "Llewellyn",
                            "Blackwood",
                            "Hughes",
                            "Novak",
                            "Byrne")));

    static final SeedPractice SAKURA = new SeedPractice(
            List.of(new SeedLocation(
                    "Marunouchi",
                    "2-4-1 Marunouchi",
                    "100-0005",
                    "Chiyoda-ku, Tokyo",
                    "03-1234-5678",
                    List.of("Chair 1", "Chair 2", "Chair 3"))),
            List.of(
                    new SeedService(
                            "First visit",
                            "An examination and a plan for your treatment.",
                            "Please bring your insurance card.",
                            45,
                            15,
                            8_800,
                            0,
                            true,
                            true,
                            true,
                            List.of(0, 1)),
                    new SeedService(
                            "Check-up",
                            "Twice a year is usual.",
                            "Please bring your insurance card.",
                            30,
                            0,
                            5_500,
                            0,
                            true,
                            false,
                            true,
                            List.of(0, 1)),
                    new SeedService(
                            "Cleaning", "With our hygienist.", "", 45, 5, 7_700, 0, true, true, true, List.of(2)),
                    new SeedService("Filling", "", "", 60, 10, 13_200, 0, false, false, true, List.of(0, 1))),
            List.of(
                    new SeedPractitioner(
                            "Dr Kenji Sato",
                            "Dentist",
                            "Has practised since 1998.",
                            Map.of(0, weekdays("9-13, 14-18"))),
                    new SeedPractitioner(
                            "Dr Emi Kato",
                            "Dentist",
                            "Also sees children. Speaks English.",
                            Map.of(
                                    0,
                                    days(
                                            "10-13, 14-19",
                                            DayOfWeek.TUESDAY,
                                            DayOfWeek.THURSDAY,
                                            DayOfWeek.FRIDAY,
                                            DayOfWeek.SATURDAY))),
                    new SeedPractitioner(
                            "Hana Ito", "Dental hygienist", "", Map.of(0, weekdays("9-12:30, 13:30-17:30")))),
            List.of(ServiceReminder.byEmail(DAY)),
            Map.of("12-31", "New Year\u2019s holidays", "01-01", "New Year\u2019s Day"),
            0.25,
            people(
                    36,
                    List.of(
                            "Akari", "Daiki", "Fumiko", "Goro", "Hina", "Itsuki", "Jun", "Keiko", "Makoto", "Nanami",
                            "Osamu", "Rin"),
                    List.of(
                            "Watanabe",
                            "Yamamoto",
                            "Nakamura",
                            "Kobayashi",
                            "Hayashi",
                            "Saito",
                            "Matsumoto",
                            "Inoue",
                            "Kimura",
                            "Shimizu",
                            "Yamaguchi",
                            "Hashimoto",
                            "Ishikawa")));

    static SeedPractice of(SeedClinic clinic) {
        return clinic.equals(SeedClinic.SAKURA) ? SAKURA : HARBOUR;
    }

    private static Map<DayOfWeek, String> weekdays(String hours) {
        return days(
                hours, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    private static Map<DayOfWeek, String> days(String hours, DayOfWeek... days) {
        return List.of(days).stream().collect(Collectors.toMap(day -> day, _ -> hours));
    }

    /** People without an address or a number, who are greeted at the desk; each name of both together once. */
    private static List<SeedPatient> people(int number, List<String> given, List<String> family) {
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
