package io.anteroom.webkit.keycloak;

import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Servlet sessions on one host, and on no other: kept in the control schema, so that any replica knows them and a restart
 * ends none.
 */
public final class HostSessions {

    private HostSessions() {}

    /**
     * Sessions in {@code table} and the table {@code <table>_attributes} beside it.
     *
     * @param idle how long a session lasts without a request
     */
    public static JdbcIndexedSessionRepository in(
            String table, DataSource control, PlatformTransactionManager transactions, Duration idle) {
        var sessions =
                new JdbcIndexedSessionRepository(new JdbcTemplate(control), new TransactionTemplate(transactions));
        sessions.setTableName(table);
        sessions.setDefaultMaxInactiveInterval(idle);
        return sessions;
    }

    /** Ahead of Spring Security, which looks for its context in the session. */
    public static <S extends Session> FilterRegistrationBean<Filter> on(
            Host host, SessionRepository<S> sessions, Hosts hosts, RoleChain roles, WebSettings web) {
        return on(host, sessions, hosts, roles, web, request -> false);
    }

    /**
     * The same.
     *
     * @param unattended what a page asks for by itself, with nobody's doing: it finds the session and leaves it as it was, so
     *     that a page left open keeps nobody signed in, and nothing is written
     */
    public static <S extends Session> FilterRegistrationBean<Filter> on(
            Host host,
            SessionRepository<S> sessions,
            Hosts hosts,
            RoleChain roles,
            WebSettings web,
            Predicate<HttpServletRequest> unattended) {
        var cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie(host, roles, web));
        var attended = filter(sessions, cookies);
        var here = hosts.matcher(host);
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var asked = (HttpServletRequest) request;
            if (!here.matches(asked)) {
                chain.doFilter(request, response);
            } else if (unattended.test(asked)) {
                filter(new Untouched<>(sessions), cookies).doFilter(request, response, chain);
            } else {
                attended.doFilter(request, response, chain);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    private static <S extends Session> SessionRepositoryFilter<S> filter(
            SessionRepository<S> sessions, CookieHttpSessionIdResolver cookies) {
        var filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(cookies);
        return filter;
    }

    /** The sessions during one request, of which what was there before is not saved. */
    private static final class Untouched<S extends Session> implements SessionRepository<S> {

        private final SessionRepository<S> sessions;
        private final Set<String> found = new HashSet<>();

        Untouched(SessionRepository<S> sessions) {
            this.sessions = sessions;
        }

        @Override
        public S createSession() {
            return sessions.createSession();
        }

        @Override
        public void save(S session) {
            if (!found.contains(session.getId())) {
                sessions.save(session);
            }
        }

        @Override
        public @Nullable S findById(String id) {
            S session = sessions.findById(id);
            if (session != null) {
                found.add(id);
            }
            return session;
        }

        @Override
        public void deleteById(String id) {
            sessions.deleteById(id);
        }
    }

    private static DefaultCookieSerializer cookie(Host host, RoleChain roles, WebSettings web) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(roles.cookieName(host, "session"));
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(web.secure());
        cookie.setSameSite("Lax");
        return cookie;
    }
}
