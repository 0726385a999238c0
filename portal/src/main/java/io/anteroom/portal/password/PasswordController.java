package io.anteroom.portal.password;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.password.PasswordSaved;
import io.anteroom.clinic.access.password.PasswordStanding;
import io.anteroom.clinic.access.password.Passwords;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.portal.elevation.ReturnTo;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.ChangesWaysIn;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a password, behind a fresh check. It belongs to the person, whoever they are here for. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@ChangesWaysIn
class PasswordController {

    private static final Templates TEMPLATES = new StaticTemplates();
    private static final String PAGE = "/security";
    private static final ReturnTo HERE = new ReturnTo("/password/new");

    private final Passwords passwords;
    private final PasswordWords words;
    private final PortalPages pages;

    PasswordController(Passwords passwords, PasswordWords words, PortalPages pages) {
        this.passwords = passwords;
        this.words = words;
        this.pages = pages;
    }

    /** Where a form's answer stood, for who comes back there. */
    @GetMapping("/password")
    @SuppressWarnings("UnusedVariable") // the parameter says that it is behind sign-in
    Reply back(VisibleChart chart) {
        return Reply.redirect(PAGE);
    }

    @GetMapping("/password/new")
    Reply form(VisibleChart chart) {
        var standing = passwords.standing(chart);
        if (!standing.offered()) {
            return Reply.redirect(PAGE);
        }
        return standing.fresh()
                ? Reply.page(choose(standing, false, standing.twoSteps(), FormErrors.none()))
                : Reply.redirect(HERE.unlockUrl());
    }

    /** Asks somebody who has just accepted an invitation, once; who has a password already goes on. */
    @GetMapping("/password/offer")
    Reply offer(VisibleChart chart) {
        var standing = passwords.standing(chart);
        return standing.offered() && standing.fresh() && standing.setAt() == null
                ? Reply.page(choose(standing, true, false, FormErrors.none()))
                : Reply.redirect("/");
    }

    /** Chooses one; {@code first} says that it was offered rather than looked for. */
    @PostMapping("/password")
    Reply set(
            VisibleChart chart,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String withCode,
            @RequestParam(defaultValue = "") String first) {
        boolean offered = !first.isEmpty();
        boolean together = "true".equals(withCode);
        return switch (passwords.set(chart, password, together)) {
            case PasswordSaved.Saved() -> Reply.redirect(offered ? "/" : PAGE).done(words.saved(together));
            case PasswordSaved.Refused(var problem) -> {
                var standing = passwords.standing(chart);
                yield Reply.invalid(
                        choose(standing, offered, together, words.problem(problem, standing.shortOffered())));
            }
            case PasswordSaved.NotTogether() ->
                Reply.redirect(HERE.path())
                        .refused(say(
                                "The clinic has stopped asking for a code and a password together. Nothing was saved"));
            case PasswordSaved.CheckFirst() ->
                Reply.redirect(HERE.unlockUrl())
                        .refused(say("That took a while, and nothing was saved. We ask once more who you are first"));
            case PasswordSaved.Busy() ->
                Reply.page(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        choose(passwords.standing(chart), offered, together, words.busy()));
            case PasswordSaved.Off() -> Reply.redirect(PAGE);
        };
    }

    private Content choose(PasswordStanding standing, boolean offered, boolean together, FormErrors errors) {
        var page = offered ? pages.withoutMenu(say("Choose a password")) : pages.page(say("Choose a password"));
        return TEMPLATES.passwordChoose(page, standing, offered, together, errors);
    }
}
