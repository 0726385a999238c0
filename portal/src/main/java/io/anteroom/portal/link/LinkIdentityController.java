package io.anteroom.portal.link;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.link.Identified;
import io.anteroom.clinic.access.link.LinkPage;
import io.anteroom.clinic.access.link.LinkToken;
import io.anteroom.clinic.access.link.LinkVisits;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.signin.CodeWords;
import io.anteroom.portal.signin.DeadEnds;
import io.anteroom.portal.signin.Requests;
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

/** Where the code of a link goes, and the birth date where it is asked for. */
@Controller
@OnHost(Host.PORTAL)
class LinkIdentityController {

    private final LinkVisits visits;
    private final SignIns signIns;
    private final LinkPages pages;
    private final DeadEnds deadEnds;
    private final CodeWords words;
    private final PortalCookies cookies;

    LinkIdentityController(
            LinkVisits visits,
            SignIns signIns,
            LinkPages pages,
            DeadEnds deadEnds,
            CodeWords words,
            PortalCookies cookies) {
        this.visits = visits;
        this.signIns = signIns;
        this.pages = pages;
        this.deadEnds = deadEnds;
        this.words = words;
        this.cookies = cookies;
    }

    @GetMapping("/link/{token}/identity")
    Reply form(@PathVariable String token) {
        var link = new LinkToken(token);
        return visits.look(link)
                .<Reply>map(page -> Reply.page(pages.identity(link, page, IdentityForm.EMPTY, FormErrors.none())))
                .orElseGet(deadEnds::ended);
    }

    @PostMapping("/link/{token}/identity")
    Reply ask(@PathVariable String token, IdentityForm form, HttpServletRequest request, HttpServletResponse response) {
        var link = new LinkToken(token);
        var found = visits.look(link);
        if (found.isEmpty()) {
            return deadEnds.ended();
        }
        var page = found.get();
        var errors = form.errors(page, pages.addresses());
        if (errors.any()) {
            return Reply.invalid(pages.identity(link, page, form, errors));
        }
        var address = form.address(page).orElseThrow();
        return switch (visits.identify(link, address, form.date().orElse(null))) {
            case Identified.Fine(var errand) -> {
                var asked = signIns.ask(address, errand, Requests.from(request, cookies));
                yield answer(asked, link, page, form, address, response);
            }
            case Identified.WrongDate(int left) ->
                Reply.invalid(pages.identity(link, page, form, FormErrors.of("born", wrongDate(left))));
            case Identified.NoLink() -> deadEnds.ended();
        };
    }

    private Reply answer(
            Asked asked,
            LinkToken link,
            LinkPage page,
            IdentityForm form,
            SignInAddress address,
            HttpServletResponse response) {
        return switch (asked) {
            case Asked.OnItsWay(var browser) -> {
                cookies.signingIn(response, browser, Requests.REMEMBERED);
                yield Reply.redirect("/sign-in/code");
            }
            case Asked.Wait wait ->
                Reply.page(
                        HttpStatus.TOO_MANY_REQUESTS,
                        pages.identity(link, page, form, FormErrors.of("address", words.sentence(wait))));
            case Asked.NotSentThere() ->
                Reply.invalid(pages.identity(link, page, form, FormErrors.of("address", words.notSentThere(address))));
            case Asked.Stale() -> Reply.redirect(link.path());
        };
    }

    private static String wrongDate(int left) {
        return say(
                "This isn’t the date of birth the clinic has for this link. {left, plural, one {You can try once more; then the"
                        + " link stops working} other {You can try # more times}}",
                "left",
                left);
    }
}
