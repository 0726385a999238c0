package io.anteroom.portal.newcomer;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.newcomer.Chosen;
import io.anteroom.clinic.scheduling.newcomer.ChosenTime;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBookings;
import io.anteroom.clinic.scheduling.newcomer.Puzzles;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.scheduling.BookingRight;
import io.anteroom.portal.scheduling.OpenSection;
import io.anteroom.portal.scheduling.ServiceChoice;
import io.anteroom.portal.scheduling.TimeFinder;
import io.anteroom.portal.scheduling.TimesForm;
import io.anteroom.portal.scheduling.TimesPage;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.signin.Requests;
import io.anteroom.portal.signin.Waiting;
import io.anteroom.portal.signin.When;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people without an account may book, and when; the time chosen is held for their browser. */
@Controller
@OnHost(Host.PORTAL)
class NewcomerController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    /** How long a browser goes on with what it chose, from the last page on which it could choose. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final NewcomerBookings bookings;
    private final TimeFinder times;
    private final Puzzles puzzles;
    private final RandomTokens tokens;
    private final OpenSection section;
    private final PortalPages pages;
    private final PortalCookies cookies;
    private final When when;

    NewcomerController(
            NewcomerBookings bookings,
            TimeFinder times,
            Puzzles puzzles,
            RandomTokens tokens,
            OpenSection section,
            PortalPages pages,
            PortalCookies cookies,
            When when) {
        this.bookings = bookings;
        this.times = times;
        this.puzzles = puzzles;
        this.tokens = tokens;
        this.section = section;
        this.pages = pages;
        this.cookies = cookies;
        this.when = when;
    }

    @GetMapping("/book")
    Reply services(Optional<Viewer> viewer) {
        section.require();
        if (viewer.isPresent()) {
            return Reply.redirect("/appointments/new");
        }
        var choices =
                bookings.services().stream().map(NewcomerController::choice).toList();
        return Reply.page(TEMPLATES.newcomerServices(pages.signedOut(say("Book an appointment")), choices));
    }

    private static ServiceChoice choice(BookableService service) {
        return new ServiceChoice(
                "/book/" + service.id(), service.name(), service.description(), TimeFinder.facts(service));
    }

    /** Nothing is held by looking; the browser is given what will bind a time to it. */
    @GetMapping("/book/{service}")
    Reply times(
            @PathVariable long service,
            @ModelAttribute TimesForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Viewer> viewer) {
        section.require();
        if (viewer.isPresent()) {
            return Reply.redirect("/appointments/new/" + service);
        }
        var page = times.forNewcomer(
                        new ServiceId(service),
                        form,
                        "/book/" + service,
                        drawn -> new TimesPage.Effort(puzzles.draw(drawn), Puzzles.BITS))
                .orElseThrow(NoSuchPageException::new);
        cookies.booking(
                response, cookies.booking(request).orElseGet(() -> new BrowserToken(tokens.draw())), REMEMBERED);
        return Reply.page(
                TEMPLATES.schedulingTimes(pages.signedOut(say("Choose a time")), page, "/book", say("All services")));
    }

    @PostMapping("/book/{service}")
    Reply hold(
            @PathVariable long service,
            @ModelAttribute TimesForm form,
            @RequestParam(defaultValue = "") String puzzle,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            Optional<Viewer> viewer) {
        section.require();
        if (viewer.isPresent()) {
            return Reply.redirect("/appointments/new/" + service);
        }
        var path = "/book/" + service;
        var browser = cookies.booking(request);
        var chosen = read(new ServiceId(service), form, puzzle, answer);
        if (browser.isEmpty() || chosen.isEmpty()) {
            return Reply.redirect(path).refused(say("Please choose a time again."));
        }
        return switch (bookings.hold(browser.get(), chosen.get(), Requests.from(request, cookies))) {
            case Chosen.Held() -> Reply.redirect("/book/details");
            case Chosen.Taken() -> Reply.redirect(form.back(path)).refused(BookingRight.taken());
            case Chosen.Stale() ->
                Reply.redirect(form.back(path))
                        .refused(say("The page had been open for too long. Please choose a time again."));
            case Chosen.Patience(var until) -> Reply.page(patience(path, form, puzzle, until));
            case Chosen.UsedUp(var until) ->
                Reply.redirect(path)
                        .refused(say(
                                "Too many times were chosen from where you are. You can choose again {when}, or call the"
                                        + " clinic.",
                                "when",
                                when.inWords(until)));
            case Chosen.Busy() ->
                Reply.redirect(path)
                        .refused(say("Many people are booking right now. Please try again in five minutes, or call the"
                                + " clinic."));
            case Chosen.NotOffered() -> throw new NoSuchPageException();
        };
    }

    private static Optional<ChosenTime> read(ServiceId service, TimesForm form, String puzzle, String answer) {
        return form.page()
                .flatMap(page -> form.attempt()
                        .flatMap(attempt -> form.chosen()
                                .flatMap(start -> form.location()
                                        .map(location -> new ChosenTime(
                                                new WantedTime(
                                                        service,
                                                        form.practitioner().orElse(null),
                                                        location,
                                                        start),
                                                page,
                                                attempt,
                                                puzzle,
                                                answer)))));
    }

    private Content patience(String path, TimesForm form, String puzzle, Instant until) {
        var waiting = when.inFuture(until);
        return TEMPLATES.newcomerPatience(
                pages.signedOut(say("One moment, please")),
                path,
                form,
                puzzle,
                waiting == null ? new Waiting(until.toString(), 1) : waiting);
    }
}
