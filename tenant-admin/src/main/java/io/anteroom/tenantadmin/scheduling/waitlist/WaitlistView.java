package io.anteroom.tenantadmin.scheduling.waitlist;

import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.waitlist.DayPart;
import io.anteroom.clinic.scheduling.waitlist.OfferedTime;
import io.anteroom.clinic.scheduling.waitlist.WaitlistDesk.Over;
import io.anteroom.clinic.scheduling.waitlist.WaitlistDesk.Waiting;
import io.anteroom.clinic.scheduling.waitlist.WaitlistEntry;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.Badge;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the waitlist.
 *
 * @param organisation the organisation's address
 * @param all who waits
 * @param over who waits no longer
 * @param chosen for what, or null for all
 */
public record WaitlistView(
        String organisation,
        List<Waiting> all,
        List<Over> over,
        @Nullable ServiceId chosen) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** Copies the lists. */
    public WaitlistView {
        all = List.copyOf(all);
        over = List.copyOf(over);
    }

    /** The page's own address. */
    public String url() {
        return organisation + "/appointments/waitlist";
    }

    /**
     * Those who wait for one service.
     *
     * @param url the page with these alone
     */
    public record Group(String name, long count, String url, boolean shown) {}

    /** All, and each service that somebody waits for. */
    public List<Group> groups() {
        Map<ServiceId, List<Waiting>> byService = all.stream()
                .collect(Collectors.groupingBy(one -> one.entry().service(), LinkedHashMap::new, Collectors.toList()));
        var groups = new ArrayList<Group>();
        groups.add(new Group("All", all.size(), url(), chosen == null));
        byService.forEach((service, some) -> groups.add(new Group(
                some.getFirst().entry().serviceName(),
                some.size(),
                url() + "?service=" + service,
                service.equals(chosen))));
        return groups;
    }

    /** Who is shown. */
    public List<Waiting> rows() {
        return all.stream()
                .filter(one -> chosen == null || chosen.equals(one.entry().service()))
                .toList();
    }

    /** What would suit, in words. */
    public String wish(WaitlistEntry entry) {
        var wish = entry.wish();
        String parts = wish.parts().size() == DayPart.values().length
                ? ""
                : ", " + wish.parts().stream().map(DayPart::code).collect(Collectors.joining(" or "));
        return days(wish.days()) + parts + ", until " + Moments.day(wish.lastDay());
    }

    private static String days(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "Any day";
        }
        return days.equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
                ? "Mon to Fri"
                : days.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.UK))
                        .collect(Collectors.joining(", "));
    }

    /** With whom and where, in words. */
    public String where(WaitlistEntry entry) {
        return Objects.requireNonNullElse(entry.practitionerName(), "Anyone") + ", "
                + Objects.requireNonNullElse(entry.locationName(), "anywhere");
    }

    /** Which time was offered, by the clocks of its place. */
    public String time(OfferedTime offer) {
        return MOMENT.format(offer.local()) + ", " + offer.practitionerName();
    }

    /** What became of it. */
    public Badge state(OfferedTime offer) {
        return switch (offer.standing()) {
            case FIRST_TO_ANSWER ->
                Badge.notice("Asked, until "
                        + TIME.format(offer.roundUntil().atZone(offer.place().zone())));
            case STILL_FREE -> Badge.notice("No answer yet");
            case TO_PAY -> Badge.notice("Deposit to pay");
            case BOOKED -> Badge.good("Booked");
            case DECLINED -> Badge.quiet("Declined");
            case GONE -> Badge.quiet("Gone to somebody else");
            case TOO_LATE -> Badge.quiet("No answer");
        };
    }

    /** Why somebody waits no longer. */
    public Badge because(Over one) {
        return switch (one.because()) {
            case BOOKED -> Badge.good("Booked");
            case LEFT -> Badge.quiet("Left");
            case REMOVED -> Badge.quiet("Taken off");
        };
    }
}
