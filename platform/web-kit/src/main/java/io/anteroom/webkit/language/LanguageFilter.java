package io.anteroom.webkit.language;

import io.anteroom.language.Words;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Hosts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds its language to a request for a portal; on all other hosts English is spoken. */
public final class LanguageFilter extends OncePerRequestFilter {

    private final Hosts hosts;
    private final ObjectProvider<SpokenLanguages> spoken;
    private final LanguageCookie cookies;

    /** Asks {@code spoken}, if there is one, as late as it can. */
    public LanguageFilter(Hosts hosts, ObjectProvider<SpokenLanguages> spoken, LanguageCookie cookies) {
        this.hosts = hosts;
        this.spoken = spoken;
        this.cookies = cookies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return hosts.of(request) != Host.PORTAL;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestLanguage language = new RequestLanguage(request, spoken.getIfAvailable(), cookies);
        request.setAttribute(LanguageChoice.KNOWN, language);
        try {
            Words.speaking(language::words, new Rest(request, response, chain));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** The rest of the request's way. */
    private record Rest(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            implements ScopedValue.CallableOp<Boolean, Exception> {

        @Override
        public Boolean call() throws ServletException, IOException {
            chain.doFilter(request, response);
            return true;
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
