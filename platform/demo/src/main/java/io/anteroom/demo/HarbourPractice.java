package io.anteroom.demo;

import static io.anteroom.demo.SeedPractice.DAY;
import static io.anteroom.demo.SeedPractice.HOUR;
import static io.anteroom.demo.SeedPractice.days;
import static io.anteroom.demo.SeedPractice.people;
import static io.anteroom.demo.SeedPractice.weekdays;

import io.anteroom.clinic.scheduling.setup.ServiceReminder;
import io.anteroom.demo.SeedPractice.SeedLocation;
import io.anteroom.demo.SeedPractice.SeedPractitioner;
import io.anteroom.demo.SeedPractice.SeedService;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/** What can be booked at Harbour Physiotherapy. */
final class HarbourPractice {

    static final SeedPractice ALL = new SeedPractice(
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

    private HarbourPractice() {}
}
