package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.feed.CalendarFeeds;
import io.anteroom.clinic.scheduling.feed.FeedMade;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The address under which the patient's own calendar fetches appointments. The answer to the form shows it, and nothing else does. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class FeedController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/appointments/calendar-feed";

    private final CalendarFeeds feeds;
    private final PortalAddress portal;
    private final OpenSection section;

    FeedController(CalendarFeeds feeds, PortalAddress portal, OpenSection section) {
        this.feeds = feeds;
        this.portal = portal;
        this.section = section;
    }

    @GetMapping(PATH)
    JteModel page(VisibleChart chart) {
        return page(chart, null);
    }

    @PostMapping(PATH)
    Reply make(@RequestParam(defaultValue = "") String instead, VisibleChart chart) {
        section.require();
        return switch (feeds.make(chart, instant(instead))) {
            case FeedMade.Made(var token) -> Reply.page(page(chart, portal.of("/calendar/" + token.value())));
            case FeedMade.MadeMeanwhile() ->
                Reply.redirect(PATH)
                        .refused(
                                say(
                                        "This address was shown once and can’t be shown again. If you haven’t got it, make a new one"));
        };
    }

    @PostMapping(PATH + "/removal")
    Reply remove(VisibleChart chart) {
        section.require();
        feeds.remove(chart);
        return Reply.redirect(PATH).done(say("The address leads nowhere any more"));
    }

    private JteModel page(VisibleChart chart, @Nullable String address) {
        var made = feeds.madeAt(chart);
        var zone = CurrentTenant.get().zone();
        return TEMPLATES.schedulingFeed(
                section.page(say("Your calendar")),
                address,
                made.map(at -> TimeWords.day(LocalDate.ofInstant(at, zone))).orElse(null),
                made.map(Instant::toString).orElse(""));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH; // no feed was made then, so this counts as made meanwhile
        }
    }
}
