package io.anteroom.controlplane.signup;

import static io.anteroom.controlplane.signup.SignUpForm.text;

import gg.jte.models.runtime.JteModel;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.security.ClientNetwork;
import io.anteroom.webkit.security.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Fragments that help while the form is filled in. The form works without them. */
@OnHost(Host.PLATFORM)
@Controller
class FormHelpController {

    private final SlugCheck slugs;
    private final RateLimits lookUpLimit;
    private final Templates templates;
    private final String baseHost;

    FormHelpController(SlugCheck slugs, RateLimits lookUpLimit, Templates templates, WebSettings web) {
        this.slugs = slugs;
        this.lookUpLimit = lookUpLimit;
        this.templates = templates;
        this.baseHost = "." + web.baseHost();
    }

    /** What is to say about the address as typed so far. */
    @PostMapping("/signup/slug-status")
    JteModel status(@ModelAttribute SignUpForm form, HttpServletRequest request) {
        return templates.signupSlugStatus(statusOf(form, request));
    }

    private SlugStatus statusOf(SignUpForm form, HttpServletRequest request) {
        return switch (Slug.read(text(form.slug()))) {
            case Slug.Refused(Slug.Problem problem) -> SlugStatus.not(SlugWords.of(problem));
            case Slug.Good(Slug slug) -> {
                if (!lookUpLimit.allows(ClientNetwork.of(request))) {
                    yield SlugStatus.later();
                }
                yield slugs.free(slug, form.pageKey())
                        ? SlugStatus.free(slug + baseHost)
                        : SlugStatus.not(SlugWords.TAKEN);
            }
        };
    }

    /** The field for the address, with a suggestion made of the name as long as nobody typed an address. */
    @PostMapping("/signup/slug-suggestion")
    JteModel suggestion(@ModelAttribute SignUpForm form, HttpServletRequest request) {
        boolean wanted = form.slugIsOurs() && lookUpLimit.allows(ClientNetwork.of(request));
        SignUpForm filled = wanted
                ? slugs.suggest(text(form.organisationName()), form.pageKey())
                        .map(slug -> form.suggesting(slug.value()))
                        .orElse(form)
                : form;
        return templates.signupSlugField(new FormPage(filled, FormErrors.none(), baseHost));
    }

    /** Time zone and currency of the country just chosen. */
    @PostMapping("/signup/place")
    JteModel place(@ModelAttribute SignUpForm form) {
        return templates.signupPlace(new FormPage(form.placed("", ""), FormErrors.none(), baseHost));
    }
}
