package io.anteroom.portal.language;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.language.Language;
import io.anteroom.portal.session.CurrentChart;
import io.anteroom.portal.session.Wanted;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.language.LanguageCookie;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a language: kept with the account of whoever is signed in, and in the browser for the pages before that. */
@Controller
@OnHost(Host.PORTAL)
class LanguageController {

    private final PublishedPortals portals;
    private final PersonLanguages languages;
    private final LanguageCookie cookies;

    LanguageController(PublishedPortals portals, PersonLanguages languages, LanguageCookie cookies) {
        this.portals = portals;
        this.languages = languages;
        this.cookies = cookies;
    }

    @PostMapping("/language")
    Reply choose(
            @RequestParam(name = "language", defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response) {
        Language.of(tag)
                .filter(portals.current().languages().offered()::contains)
                .ifPresent(language -> {
                    cookies.write(response, language);
                    CurrentChart.find()
                            .ifPresent(chart -> languages.choose(chart.viewer().account(), language));
                });
        return Reply.redirect(Wanted.isHere(to) ? to : "/");
    }
}
