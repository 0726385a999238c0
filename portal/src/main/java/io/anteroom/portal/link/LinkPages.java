package io.anteroom.portal.link;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.link.LinkPage;
import io.anteroom.clinic.access.link.LinkToken;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.signin.Addresses;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pages of a link. */
@Component
class LinkPages {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PortalPages pages;
    private final Authentication authentication;

    LinkPages(PortalPages pages, Authentication authentication) {
        this.pages = pages;
        this.authentication = authentication;
    }

    /** What the link is, with the button that goes on. */
    Content first(LinkToken link, LinkPage page) {
        return TEMPLATES.linkFirst(pages.signedOut(say("Your link")), link.path(), page);
    }

    /** Where to send the code: a choice, or a field to type in; and the birth date where it is asked for. */
    Content identity(LinkToken link, LinkPage page, IdentityForm form, FormErrors errors) {
        return TEMPLATES.linkIdentity(
                pages.signedOut(say("Show that it’s you")),
                link.path(),
                addresses().label(),
                page,
                options(page),
                form,
                errors);
    }

    /** What the clinic sends codes to. */
    Addresses addresses() {
        return Addresses.of(authentication.settings().codesTo());
    }

    private static List<Option> options(LinkPage page) {
        return page.ways().stream()
                .map(way -> new Option(channel(way), inWords(way)))
                .toList();
    }

    /** What a form sends for that way. */
    static String channel(SignInAddress way) {
        return way.channel().word();
    }

    private static String inWords(SignInAddress way) {
        return way.channel() == CredentialChannel.EMAIL
                ? say("By email to {address}", "address", way.masked())
                : say("By text message to {address}", "address", way.masked());
    }
}
