package io.anteroom.portal.password;

import gg.jte.Content;
import io.anteroom.clinic.access.password.PasswordSaved;
import io.anteroom.clinic.access.password.PasswordStanding;
import io.anteroom.clinic.access.password.Passwords;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.portal.elevation.ReturnTo;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
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
                ? Reply.page(choose(standing, false, FormErrors.none()))
                : Reply.redirect(HERE.unlockUrl());
    }

    /** Asks somebody who has just accepted an invitation, once; who has a password already goes on. */
    @GetMapping("/password/offer")
    Reply offer(VisibleChart chart) {
        var standing = passwords.standing(chart);
        return standing.offered() && standing.fresh() && standing.setAt() == null
                ? Reply.page(choose(standing, true, FormErrors.none()))
                : Reply.redirect("/");
    }

    /** Chooses one; {@code first} says that it was offered rather than looked for. */
    @PostMapping("/password")
    Reply set(
            VisibleChart chart,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String first) {
        boolean offered = !first.isEmpty();
        return switch (passwords.set(chart, password)) {
            case PasswordSaved.Saved() ->
                Reply.redirect(offered ? "/" : PAGE).done("Your password is set. You can sign in with it from now on");
            case PasswordSaved.Refused(var problem) -> Reply.invalid(again(chart, offered, words.problem(problem)));
            case PasswordSaved.CheckFirst() ->
                Reply.redirect(HERE.unlockUrl())
                        .refused("That took a while, and nothing was saved. We ask once more who you are first");
            case PasswordSaved.Busy() ->
                Reply.page(HttpStatus.SERVICE_UNAVAILABLE, again(chart, offered, words.busy()));
            case PasswordSaved.Off() -> Reply.redirect(PAGE);
        };
    }

    private Content again(VisibleChart chart, boolean offered, FormErrors errors) {
        return choose(passwords.standing(chart), offered, errors);
    }

    private Content choose(PasswordStanding standing, boolean offered, FormErrors errors) {
        var page = offered ? pages.withoutMenu("Choose a password") : pages.page("Choose a password");
        return TEMPLATES.passwordChoose(page, standing, offered, errors);
    }
}
