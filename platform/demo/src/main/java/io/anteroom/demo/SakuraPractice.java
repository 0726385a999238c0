package io.anteroom.demo;

import static io.anteroom.demo.SeedPractice.DAY;
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

/** What can be booked at Sakura Dental. */
final class SakuraPractice {

    static final SeedPractice ALL = new SeedPractice(
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

    private SakuraPractice() {}
}
