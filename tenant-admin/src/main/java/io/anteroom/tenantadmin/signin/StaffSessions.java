package io.anteroom.tenantadmin.signin;

import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.keycloak.HostSessions;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;

/** The sessions of staff. They belong to no clinic: a person may work at several. */
@Configuration(proxyBeanMethods = false)
class StaffSessions {

    @Bean
    JdbcIndexedSessionRepository staffSessionRepository(
            @Qualifier("controlDataSource") DataSource control,
            @Qualifier("controlTransactions") PlatformTransactionManager transactions,
            StaffSettings settings) {
        return HostSessions.in("control.spring_session", control, transactions, settings.idle());
    }

    @Bean
    FilterRegistrationBean<Filter> staffSessionFilter(
            JdbcIndexedSessionRepository staffSessionRepository, Hosts hosts, RoleChain roles, WebSettings web) {
        return HostSessions.on(Host.STAFF, staffSessionRepository, hosts, roles, web, StaffSessions::isUnattended);
    }

    /** A calendar that is left open asks for changes every few seconds. */
    private static boolean isUnattended(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/calendar/changes");
    }
}
