package io.anteroom.controlplane.signup;

import static io.anteroom.controlplane.signup.SignUpForm.text;

import gg.jte.models.runtime.JteModel;
import io.anteroom.controlplane.organisation.Countries;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.security.ClientNetwork;
import io.anteroom.webkit.security.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form with which a portal is asked for. */
@OnHost(Host.PLATFORM)
@Controller
class FormController {

    private final SignUps signUps;
    private final FormStamp stamp;
    private final RateLimits formLimit;
    private final Templates templates;
    private final String baseHost;
    private final LinkTokens tokens;

    FormController(
            SignUps signUps,
            FormStamp stamp,
            RateLimits formLimit,
            Templates templates,
            WebSettings web,
            LinkTokens tokens) {
        this.signUps = signUps;
        this.stamp = stamp;
        this.formLimit = formLimit;
        this.templates = templates;
        this.baseHost = "." + web.baseHost();
        this.tokens = tokens;
    }

    /** The empty form; with {@code change}, what was sent before, as long as it is unconfirmed. */
    @GetMapping("/signup")
    JteModel form(@RequestParam @Nullable String change, HttpServletRequest request) {
        Optional<LinkToken> page = LinkToken.read(text(change));
        SignUpForm form = page.flatMap(signUps::byPage)
                .filter(signUp -> !signUp.confirmed())
                .map(signUp -> SignUpForm.of(signUp, page.orElseThrow(), stamp.now()))
                .orElseGet(() -> SignUpForm.empty(countryOf(request), tokens.next(), stamp.now()));
        return page(form, FormErrors.none());
    }

    @PostMapping("/signup")
    Reply send(@ModelAttribute SignUpForm form, HttpServletRequest request) {
        if (!text(form.website()).isEmpty()) {
            return Reply.redirect("/signup/sent");
        }
        Optional<LinkToken> page = form.pageKey();
        FormStamp.Verdict verdict =
                page.isEmpty() ? FormStamp.Verdict.TOO_OLD_OR_FORGED : stamp.verdict(text(form.opened()));
        return switch (FormReader.read(form)) {
            case FormReader.Wrong(FormErrors errors) -> again(form, errors);
            case FormReader.Wanted(NewOrganisation wanted) ->
                switch (verdict) {
                    case TOO_FAST ->
                        again(form, FormErrors.ofForm("That was very fast. Check what you entered, then continue"));
                    case TOO_OLD_OR_FORGED ->
                        again(
                                renewed(form),
                                FormErrors.ofForm("This page was open for a long time. Check it, then continue"));
                    case PERSON -> {
                        formLimit.require(ClientNetwork.of(request));
                        yield request(form, page.orElseThrow(), wanted);
                    }
                };
        };
    }

    private Reply request(SignUpForm form, LinkToken page, NewOrganisation wanted) {
        return switch (signUps.request(page, wanted)) {
            case SignUps.Stored() -> Reply.redirect("/signup/" + page.value() + "/sent");
            case SignUps.ConfirmedBefore() -> Reply.redirect("/signup/" + page.value() + "/progress");
            case SignUps.SlugTaken() -> again(form, FormErrors.of("slug", SlugWords.TAKEN));
        };
    }

    private Reply again(SignUpForm form, FormErrors errors) {
        return Reply.invalid(page(form, errors));
    }

    private SignUpForm renewed(SignUpForm form) {
        return form.reopened(form.pageKey().orElseGet(() -> tokens.next()), stamp.now());
    }

    private JteModel page(SignUpForm form, FormErrors errors) {
        return templates.signupForm(new FormPage(form, errors, baseHost));
    }

    private static @Nullable String countryOf(HttpServletRequest request) {
        String code = request.getLocale().getCountry();
        boolean told = request.getHeader("Accept-Language") != null;
        return told && Countries.byCode(code).isPresent() ? code : "";
    }
}
