package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.scheduling.agenda.Week;
import io.anteroom.tenantadmin.patient.Moments;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The appointments of some weeks, drawn as bars.
 *
 * @param bars one for each week, in order
 * @param most what the highest bar stands for
 */
public record Weeks(List<Bar> bars, long most) {

    /** The drawing's height without the words under it, and the width of a week, in its own units. */
    public static final int HEIGHT = 120;

    /** The width of a week, in the drawing's units. */
    public static final int STEP = 40;

    /** Copies the bars. */
    public Weeks {
        bars = List.copyOf(bars);
    }

    /**
     * A week.
     *
     * @param number its place, from 0
     * @param label its Monday, as {@code 23 Nov}
     * @param month its month, as {@code Nov}, where another one begins; empty within one
     * @param now whether it is this week
     * @param week its numbers
     * @param held the height of what took place, the lowest part
     * @param missed the height of those to which nobody came, in the middle
     * @param ahead the height of what is to come, on top
     */
    public record Bar(int number, String label, String month, boolean now, Week week, int held, int missed, int ahead) {

        /** Its left edge. */
        public int left() {
            return number * STEP + 6;
        }

        /** The upper edge of what took place. */
        public int topOfHeld() {
            return HEIGHT - held;
        }

        /** The upper edge of those missed. */
        public int topOfMissed() {
            return topOfHeld() - missed;
        }

        /** The upper edge of the whole. */
        public int top() {
            return topOfMissed() - ahead;
        }
    }

    static Weeks of(List<Week> weeks, LocalDate today) {
        long most = weeks.stream().mapToLong(Week::all).max().orElse(0);
        return new Weeks(
                IntStream.range(0, weeks.size())
                        .mapToObj(number -> bar(number, weeks.get(number), most, today))
                        .toList(),
                most);
    }

    private static Bar bar(int number, Week week, long most, LocalDate today) {
        LocalDate monday = week.monday();
        boolean now = !monday.isAfter(today) && monday.plusWeeks(1).isAfter(today);
        boolean begins = number == 0 || monday.getDayOfMonth() <= 7;
        return new Bar(
                number,
                Moments.day(monday).replaceFirst(" \\d{4}$", ""),
                begins ? Moments.day(monday).replaceAll("[^\\p{L}]", "") : "",
                now,
                week,
                height(week.held(), most),
                height(week.missed(), most),
                height(week.ahead(), most));
    }

    /** Something that is there is seen. */
    private static int height(long part, long most) {
        return part == 0 ? 0 : (int) Math.max(2, (HEIGHT - 24) * part / most);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return most == 0;
    }

    /** The drawing's width. */
    public int width() {
        return bars.size() * STEP;
    }
}
