package io.anteroom.webkit.language;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.CurrentRequest;
import io.anteroom.webkit.security.Csrf;
import io.anteroom.webkit.templates.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * At the foot of a portal's pages: the languages the clinic offers, each by its own name. Only on pages that can be asked for
 * again, since choosing leads back to the page.
 *
 * @param offered the languages
 * @param spoken the one of this page
 * @param back the page's address
 */
public record LanguageChoice(List<Language> offered, Language spoken, String back) implements Content {

    static final String KNOWN = RequestLanguage.class.getName();

    /** The choice of the page now made; empty where there is none. Called by the layout. */
    public static Content current() {
        return CurrentRequest.find()
                .filter(request -> HttpMethod.GET.matches(request.getMethod())
                        && Csrf.isThere()
                        && CurrentTenant.find().isPresent())
                .map(LanguageChoice::of)
                .orElse(output -> {});
    }

    private static Content of(HttpServletRequest request) {
        if (!(request.getAttribute(KNOWN) instanceof RequestLanguage known)
                || known.offered().size() < 2) {
            return output -> {};
        }
        String query = request.getQueryString();
        return new LanguageChoice(
                known.offered(),
                Words.current().language(),
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partLanguages(this).writeTo(output);
    }
}
