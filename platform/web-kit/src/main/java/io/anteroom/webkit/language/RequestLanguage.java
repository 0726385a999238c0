package io.anteroom.webkit.language;

import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * The language of one request. What the clinic offers is asked once, and who is signed in each time: that turns out on the
 * way. Before the clinic is known, as at its door, the browser's cookie decides alone.
 */
final class RequestLanguage {

    private static final Logger log = LoggerFactory.getLogger(RequestLanguage.class);

    private final HttpServletRequest request;
    private final @Nullable SpokenLanguages spoken;
    private final Optional<Language> cookie;

    private @Nullable List<Language> offered;
    private @Nullable Language strangers;

    RequestLanguage(HttpServletRequest request, @Nullable SpokenLanguages spoken, LanguageCookie cookies) {
        this.request = request;
        this.spoken = spoken;
        this.cookie = cookies.read(request);
    }

    Words words() {
        Optional<Tenant> clinic = CurrentTenant.find();
        return Words.in(
                clinic.isPresent() ? atClinic() : cookie.orElse(Language.ENGLISH),
                clinic.map(Tenant::country).orElse(""));
    }

    List<Language> offered() {
        if (offered == null) {
            offered = ask();
        }
        return offered;
    }

    private Language atClinic() {
        List<Language> choice = offered();
        if (choice.size() == 1 || spoken == null) {
            return choice.getFirst();
        }
        return spoken.ofWhoIsSignedIn().filter(choice::contains).orElseGet(() -> ofStrangers(choice));
    }

    private Language ofStrangers(List<Language> choice) {
        if (strangers == null) {
            strangers = cookie.filter(choice::contains)
                    .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                            .flatMap(header -> Language.wanted(header, choice)))
                    .orElse(choice.getFirst());
        }
        return strangers;
    }

    /** A clinic that cannot be asked, as while its database is away, is spoken for by the browser's cookie. */
    private List<Language> ask() {
        try {
            return spoken == null ? List.of(Language.ENGLISH) : spoken.offered();
        } catch (RuntimeException e) {
            log.debug("What languages the clinic offers could not be read", e);
            return List.of(cookie.orElse(Language.ENGLISH));
        }
    }
}
