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
import javax.sql.DataSource;
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
        var filter = new SessionRepositoryFilter<>(sessions);
        var cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie(host, roles, web));
        filter.setHttpSessionIdResolver(cookies);
        var here = hosts.matcher(host);
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (here.matches((HttpServletRequest) request)) {
                filter.doFilter(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
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
