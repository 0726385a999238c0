package io.anteroom.portal.security;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.passkey.PasskeySignIn;
import io.anteroom.clinic.access.passkey.Passkeys;
import io.anteroom.clinic.access.password.Passwords;
import io.anteroom.clinic.access.recovery.RecoveryCodes;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.passkey.PasskeyRow;
import io.anteroom.portal.password.PasswordWords;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the person signed in signs in. It belongs to the person, whoever they are here for. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class SecurityController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Passkeys passkeys;
    private final PasskeySignIn signIn;
    private final Passwords passwords;
    private final PasswordWords words;
    private final RecoveryCodes recovery;
    private final PortalPages pages;

    SecurityController(
            Passkeys passkeys,
            PasskeySignIn signIn,
            Passwords passwords,
            PasswordWords words,
            RecoveryCodes recovery,
            PortalPages pages) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.passwords = passwords;
        this.words = words;
        this.recovery = recovery;
        this.pages = pages;
    }

    @GetMapping("/security")
    Content page(VisibleChart chart) {
        var zone = CurrentTenant.get().zone();
        var rows = passkeys.of(chart).stream()
                .map(passkey -> PasskeyRow.of(passkey, zone))
                .toList();
        var password = passwords.standing(chart);
        var printed = recovery.of(chart).map(set -> PrintedCodes.of(set, zone)).orElse(null);
        return TEMPLATES.securityPage(
                pages.page(say("How you sign in")), rows, signIn.offered(), password, words.since(password), printed);
    }

    /** Where a form's answer stood, for who comes back there, as after another check. */
    @GetMapping({"/passkeys", "/recovery-codes"})
    @SuppressWarnings("UnusedVariable") // the parameter says that it is behind sign-in
    Reply back(VisibleChart chart) {
        return Reply.redirect("/security");
    }
}
