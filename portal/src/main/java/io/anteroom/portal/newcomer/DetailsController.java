package io.anteroom.portal.newcomer;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBooking;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBookings;
import io.anteroom.clinic.scheduling.newcomer.Said;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.scheduling.AppointmentCard;
import io.anteroom.portal.scheduling.OpenSection;
import io.anteroom.portal.scheduling.TimeWords;
import io.anteroom.portal.scheduling.TimesForm;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.signin.Addresses;
import io.anteroom.portal.signin.CodeWords;
import io.anteroom.portal.signin.Requests;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Who it is that chose the time, and where a code goes; and, once that was entered, where the browser goes on. */
@Controller
@OnHost(Host.PORTAL)
class DetailsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String RESULT = "/book/result";

    private final NewcomerBookings bookings;
    private final Authentication authentication;
    private final OpenSection section;
    private final PortalPages pages;
    private final PortalCookies cookies;
    private final CardPayments cards;
    private final CodeWords words;
    private final Clock clock;

    DetailsController(
            NewcomerBookings bookings,
            Authentication authentication,
            OpenSection section,
            PortalPages pages,
            PortalCookies cookies,
            CardPayments cards,
            CodeWords words,
            Clock clock) {
        this.bookings = bookings;
        this.authentication = authentication;
        this.section = section;
        this.pages = pages;
        this.cookies = cookies;
        this.cards = cards;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/book/details")
    Reply form(HttpServletRequest request, Optional<Viewer> viewer) {
        section.require();
        var booking = cookies.booking(request).flatMap(bookings::find);
        return elsewhere(booking, viewer)
                .orElseGet(() -> Reply.page(page(
                        booking.orElseThrow(),
                        DetailsForm.of(booking.orElseThrow().said()),
                        FormErrors.none())));
    }

    @PostMapping("/book/details")
    Reply ask(DetailsForm form, HttpServletRequest request, HttpServletResponse response, Optional<Viewer> viewer) {
        section.require();
        var browser = cookies.booking(request);
        var booking = browser.flatMap(bookings::find);
        return elsewhere(booking, viewer)
                .orElseGet(() -> ask(browser.orElseThrow(), booking.orElseThrow(), form, request, response));
    }

    private Reply ask(
            BrowserToken browser,
            NewcomerBooking booking,
            DetailsForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!payable(booking)) {
            return Reply.redirect("/book/details");
        }
        if (form.isOfAnother(booking)) {
            return Reply.invalid(page(booking, form, FormErrors.ofForm(another())));
        }
        return switch (form.read(today(), addresses())) {
            case DetailsForm.Typed.Faulty(var errors) -> Reply.invalid(page(booking, form, errors));
            case DetailsForm.Typed.Fine(var said) -> ask(browser, booking, form, said, request, response);
        };
    }

    private Reply ask(
            BrowserToken browser,
            NewcomerBooking booking,
            DetailsForm form,
            Said said,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (bookings.ask(browser, said, Requests.from(request, cookies))) {
            case Asked.OnItsWay(var signingIn) -> {
                cookies.signingIn(response, signingIn, Requests.REMEMBERED);
                cookies.wanting(response, RESULT, Requests.REMEMBERED);
                yield Reply.redirect("/sign-in/code");
            }
            case Asked.Wait wait ->
                Reply.page(
                        HttpStatus.TOO_MANY_REQUESTS,
                        page(booking, form, FormErrors.of("address", words.sentence(wait))));
            case Asked.NotSentThere() ->
                Reply.invalid(page(booking, form, FormErrors.of("address", words.notSentThere(said.contact()))));
            case Asked.Stale() -> Reply.redirect("/book/details");
        };
    }

    /** Where a browser belongs that has chosen nothing, is signed in, or has entered its code. */
    private static Optional<Reply> elsewhere(Optional<NewcomerBooking> booking, Optional<Viewer> viewer) {
        if (booking.filter(chosen -> chosen.account() != null).isPresent()) {
            return Optional.of(Reply.redirect(RESULT));
        }
        return booking.isEmpty() || viewer.isPresent() ? Optional.of(Reply.redirect("/book")) : Optional.empty();
    }

    @GetMapping(RESULT)
    Reply result(HttpServletRequest request, HttpServletResponse response, Optional<Viewer> viewer) {
        section.require();
        if (viewer.isEmpty()) {
            return Reply.redirect(beforeSigningIn(cookies.booking(request).flatMap(bookings::find)));
        }
        var booking = cookies.booking(request).flatMap(browser -> bookings.find(browser, viewer.get()));
        var outcome = booking.map(NewcomerBooking::outcome);
        if (outcome.isEmpty()) {
            return Reply.redirect("/appointments");
        }
        var appointment = booking.get().appointment();
        return switch (outcome.get()) {
            case BOOKED -> {
                cookies.booked(response);
                yield Reply.redirect("/appointments/" + appointment.reference());
            }
            case HANDED_OVER -> Reply.redirect("/appointments/" + appointment.reference() + "/booking");
            case GONE ->
                Reply.redirect(TimesForm.near("/appointments/new/" + appointment.service(), appointment, today()))
                        .refused(say(
                                "You are signed in now, but the time was held for five minutes and somebody else has"
                                        + " it. Please choose another. What you wrote to the clinic is kept."));
            case TOO_MANY -> {
                cookies.booked(response);
                yield Reply.redirect("/appointments")
                        .refused(
                                say("You have as many appointments ahead as can be booked here. To book another, please"
                                        + " call the clinic."));
            }
        };
    }

    /** Whoever entered the code and has no session may have a password to give besides. */
    private static String beforeSigningIn(Optional<NewcomerBooking> booking) {
        return booking.map(chosen -> chosen.account() == null ? "/book/details" : "/sign-in/code")
                .orElse("/book");
    }

    private Content page(NewcomerBooking booking, DetailsForm form, FormErrors errors) {
        var appointment = booking.appointment();
        return TEMPLATES.newcomerDetails(
                pages.signedOut(say("Book this time")),
                AppointmentCard.of(appointment, clock.instant()),
                TimesForm.near("/book/" + appointment.service(), appointment, today()),
                appointment.reference().toString(),
                heldUntil(booking),
                payable(booking),
                addresses().label(),
                form,
                errors);
    }

    private static String another() {
        return say(
                "You have chosen another time meanwhile, in another tab. If it is the one below that you want, go on");
    }

    /** Whether its deposit can be paid, where there is one. */
    private boolean payable(NewcomerBooking booking) {
        return booking.appointment().rules().deposit() == null || cards.possible();
    }

    private @Nullable String heldUntil(NewcomerBooking booking) {
        var appointment = booking.appointment();
        var until = appointment.heldUntil();
        return until == null || appointment.state() != AppointmentState.HELD || !until.isAfter(clock.instant())
                ? null
                : TimeWords.time(until.atZone(appointment.place().zone()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    private Addresses addresses() {
        return Addresses.of(authentication.settings().codesTo());
    }
}
