package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.Takings;
import io.anteroom.payments.reconciliation.Dispute.ToAnswer;
import io.anteroom.tenantadmin.patient.Moments;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What invoices brought in, drawn as bars, and what is to come.
 *
 * @param bars one for each week, in order
 * @param thisWeek what came in this week
 * @param due what is left to pay
 * @param overdue the part of it that is late, or empty
 * @param late how many invoices are
 * @param paused how many plans of instalments stand still
 * @param disputes what is to be answered, in words, or empty
 */
public record Money(
        List<Bar> bars, String thisWeek, String due, String overdue, long late, long paused, String disputes) {

    /** Copies the list. */
    public Money {
        bars = List.copyOf(bars);
    }

    /**
     * A week.
     *
     * @param number its place, from 0
     * @param label its Monday, as {@code 23 Nov}
     * @param month its month, as {@code Nov}, where another one begins; empty within one
     * @param now whether it is this week
     * @param amount what came in
     * @param height the bar's
     */
    public record Bar(
            int number, LocalDate monday, String label, String month, boolean now, String amount, int height) {

        /** Its left edge. */
        public int left() {
            return number * Weeks.STEP + 6;
        }

        /** Its upper edge. */
        public int top() {
            return Weeks.HEIGHT - height;
        }
    }

    static Money of(List<Takings.Week> weeks, Takings.ToCome toCome, ToAnswer toAnswer) {
        var formats = Formats.ofClinic();
        Currency currency = toCome.balance().currency();
        long most = weeks.stream().mapToLong(Takings.Week::minor).max().orElse(0);
        return new Money(
                IntStream.range(0, weeks.size())
                        .mapToObj(number ->
                                bar(number, weeks.get(number), most, number == weeks.size() - 1, formats, currency))
                        .toList(),
                formats.money(weeks.getLast().minor(), currency),
                formats.money(toCome.balance().dueMinor(), currency),
                toCome.balance().isOverdue() ? formats.money(toCome.balance().overdueMinor(), currency) : "",
                toCome.overdue(),
                toCome.paused(),
                disputes(toAnswer, formats));
    }

    private static String disputes(ToAnswer toAnswer, Formats formats) {
        if (toAnswer.count() == 0) {
            return "";
        }
        String what = toAnswer.count() == 1 ? "1 dispute to answer" : toAnswer.count() + " disputes to answer";
        return toAnswer.first() == null
                ? what
                : what + (toAnswer.count() == 1 ? " by " : ", the first by ") + formats.day(toAnswer.first());
    }

    private static Bar bar(int number, Takings.Week week, long most, boolean now, Formats formats, Currency currency) {
        var monday = week.monday();
        boolean begins = number == 0 || monday.getDayOfMonth() <= 7;
        return new Bar(
                number,
                monday,
                Moments.day(monday).replaceFirst(" \\d{4}$", ""),
                begins ? Moments.day(monday).replaceAll("[^\\p{L}]", "") : "",
                now,
                formats.money(week.minor(), currency),
                week.minor() <= 0 || most == 0 ? 0 : (int) Math.max(2, (Weeks.HEIGHT - 24) * week.minor() / most));
    }

    /** Whether there is a bar to draw. */
    public boolean cameIn() {
        return bars.stream().anyMatch(bar -> bar.height() > 0);
    }

    /** The first of the weeks, as {@code 23 Nov}. */
    public String since() {
        return bars.getFirst().label();
    }

    /** Whether nothing came in and nothing is to come. */
    public boolean isEmpty() {
        return late == 0 && paused == 0 && disputes.isEmpty() && !cameIn();
    }

    /** The drawing's width. */
    public int width() {
        return bars.size() * Weeks.STEP;
    }
}
