package io.anteroom.portal.elevation;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.elevation.Elevation;
import io.anteroom.clinic.access.elevation.UnlockAsked;
import io.anteroom.clinic.access.elevation.Unlocked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.signin.CodeWords;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.security.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens clinical records after a fresh check, and locks them. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class UnlockController {

    private final Elevation elevation;
    private final UnlockPages pages;
    private final CodeWords words;

    UnlockController(Elevation elevation, UnlockPages pages, CodeWords words) {
        this.elevation = elevation;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/unlock")
    Content form(VisibleChart chart, @RequestParam(defaultValue = "") String to) {
        return pages.current(chart, ReturnTo.of(to), FormErrors.none());
    }

    @PostMapping("/unlock/codes")
    Reply send(VisibleChart chart, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        var back = ReturnTo.of(to);
        var from = new AskedFrom(request.getServerName(), ClientNetwork.address(request), null);
        return switch (elevation.ask(chart, from)) {
            case UnlockAsked.OnItsWay() -> Reply.redirect(back.unlockUrl());
            case UnlockAsked.Nowhere() -> Reply.redirect(back.unlockUrl());
            case UnlockAsked.Wait(var wait) -> tooMany(chart, back, words.sentence(wait));
            case UnlockAsked.Capped() ->
                tooMany(chart, back, say("We have sent as many codes as we may for now. Please try again in an hour"));
        };
    }

    @PostMapping("/unlock")
    Reply enter(
            VisibleChart chart,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String to) {
        var back = ReturnTo.of(to);
        return switch (elevation.enter(chart, code)) {
            case Unlocked.Open(var until) -> pages.open(back, until);
            case Unlocked.Refused(Entered.Stale()) ->
                Reply.redirect(back.unlockUrl()).refused(say("Please ask for a code first"));
            case Unlocked.Refused(var why) -> Reply.invalid(pages.current(chart, back, words.problem(why)));
        };
    }

    @PostMapping("/unlock/end")
    Reply lock(VisibleChart chart) {
        elevation.lock(chart);
        return Reply.redirect("/").done(say("Clinical records are locked"));
    }

    private Reply tooMany(VisibleChart chart, ReturnTo back, String sentence) {
        return Reply.page(HttpStatus.TOO_MANY_REQUESTS, pages.current(chart, back, FormErrors.of("code", sentence)));
    }
}
