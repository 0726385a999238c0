package io.anteroom.tenantadmin.signin;

import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Servlet sessions on the staff's host, and on no other: kept in the control schema, so that any replica knows them and
 * a restart ends none.
 */
@Configuration(proxyBeanMethods = false)
class StaffSessions {

    @Bean
    JdbcIndexedSessionRepository staffSessionRepository(
            @Qualifier("controlDataSource") DataSource control,
            @Qualifier("controlTransactions") PlatformTransactionManager transactions,
            StaffSettings settings) {
        var sessions =
                new JdbcIndexedSessionRepository(new JdbcTemplate(control), new TransactionTemplate(transactions));
        sessions.setTableName("control.spring_session");
        sessions.setDefaultMaxInactiveInterval(settings.idle());
        return sessions;
    }

    /** Ahead of Spring Security, which looks for its context in the session. */
    @Bean
    FilterRegistrationBean<Filter> staffSessionFilter(
            JdbcIndexedSessionRepository sessions, Hosts hosts, RoleChain roles, WebSettings web) {
        var filter = new SessionRepositoryFilter<>(sessions);
        var cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie(roles, web));
        filter.setHttpSessionIdResolver(cookies);
        var staffHost = hosts.matcher(Host.STAFF);
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (staffHost.matches((jakarta.servlet.http.HttpServletRequest) request)) {
                filter.doFilter(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    private static DefaultCookieSerializer cookie(RoleChain roles, WebSettings web) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(roles.cookieName(Host.STAFF, "session"));
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(web.secure());
        cookie.setSameSite("Lax");
        return cookie;
    }
}
