package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.settings.PortalLanguages;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.language.Language;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In what languages patients are spoken to. It acts at once: it is no part of the look that is drafted. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/portal")
class PortalLanguagesController {

    private final PortalSetup setup;

    PortalLanguagesController(PortalSetup setup) {
        this.setup = setup;
    }

    @PostMapping("/languages")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(
            StaffMember member,
            @RequestParam(defaultValue = "") String standard,
            @RequestParam(defaultValue = "") List<String> offered) {
        Set<Language> chosen =
                offered.stream().flatMap(tag -> Language.of(tag).stream()).collect(Collectors.toSet());
        Reply.Redirect back = Reply.redirect(PortalSettingsPages.base() + "#languages");
        return Language.of(standard)
                .map(language -> {
                    setup.speak(member.actor(), new PortalLanguages(language, chosen));
                    return (Reply) back.done("Languages saved");
                })
                .orElseGet(() -> back.refused("Choose the language patients are spoken to in first"));
    }
}
