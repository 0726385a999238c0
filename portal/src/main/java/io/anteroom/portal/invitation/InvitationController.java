package io.anteroom.portal.invitation;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.invitation.InvitationLinks;
import io.anteroom.clinic.access.invitation.InvitationToken;
import io.anteroom.clinic.access.invitation.OpenInvitation;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.language.Words;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.signin.CodeWords;
import io.anteroom.portal.signin.DeadEnds;
import io.anteroom.portal.signin.Requests;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page behind an invitation's link. Opening it changes nothing, since mail scanners do; the button begins. */
@Controller
@OnHost(Host.PORTAL)
class InvitationController {

    private static final Templates TEMPLATES = new StaticTemplates();
    private final InvitationLinks links;
    private final Authentication authentication;
    private final CodeWords words;
    private final DeadEnds deadEnds;
    private final PortalPages pages;
    private final PortalCookies cookies;

    InvitationController(
            InvitationLinks links,
            Authentication authentication,
            CodeWords words,
            DeadEnds deadEnds,
            PortalPages pages,
            PortalCookies cookies) {
        this.links = links;
        this.authentication = authentication;
        this.words = words;
        this.deadEnds = deadEnds;
        this.pages = pages;
        this.cookies = cookies;
    }

    @GetMapping("/sign-in/invitation/{token}")
    Reply open(@PathVariable String token) {
        return links.find(new InvitationToken(token))
                .map(invitation -> page(HttpStatus.OK, token, invitation, FormErrors.none()))
                .orElseGet(deadEnds::ended);
    }

    @PostMapping("/sign-in/invitation/{token}")
    Reply begin(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return links.begin(new InvitationToken(token), Requests.from(request, cookies))
                .map(asked -> switch (asked) {
                    case Asked.OnItsWay(var browser) -> {
                        cookies.signingIn(response, browser, Requests.REMEMBERED);
                        if (authentication.settings().passwords()) {
                            cookies.wanting(response, "/password/offer", Requests.REMEMBERED);
                        }
                        yield Reply.redirect("/sign-in/code");
                    }
                    case Asked.Wait wait -> wait(token, wait);
                    case Asked.Stale(), Asked.NotSentThere() -> deadEnds.ended();
                })
                .orElseGet(deadEnds::ended);
    }

    private Reply wait(String token, Asked.Wait wait) {
        return links.find(new InvitationToken(token))
                .map(invitation ->
                        page(HttpStatus.TOO_MANY_REQUESTS, token, invitation, FormErrors.ofForm(words.sentence(wait))))
                .orElseGet(deadEnds::ended);
    }

    private Reply page(HttpStatus status, String token, OpenInvitation invitation, FormErrors errors) {
        var until = Words.current()
                .day(invitation.expiresAt().atZone(CurrentTenant.get().zone()).toLocalDate());
        return Reply.page(
                status,
                TEMPLATES.invitationOpen(
                        pages.signedOut(say("Your invitation")),
                        "/sign-in/invitation/" + token,
                        invitation,
                        until,
                        errors));
    }
}
