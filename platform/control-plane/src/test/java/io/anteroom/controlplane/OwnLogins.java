package io.anteroom.controlplane;

import io.anteroom.migrations.DatabaseRoles;
import io.anteroom.tenancy.work.PlatformWorkHandler;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Has each role work under its own login though all are in one process: a request to the operators' host, one to the base
 * host, and what the worker does. What a test itself does to the control schema it does as its owner.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnLogins implements BeanPostProcessor, Ordered, Filter {

    private static final String SAGA = "io.anteroom.controlplane.provisioning.Saga";

    private final Environment environment;
    private final Map<String, DataSource> logins = new ConcurrentHashMap<>();
    private final ThreadLocal<Optional<String>> host = ThreadLocal.withInitial(Optional::empty);

    OwnLogins(Environment environment) {
        this.environment = environment;
    }

    /** The names of those that have connected. */
    Set<String> used() {
        return logins.keySet();
    }

    /** Beneath {@link ControlStatements}, which counts. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("controlDataSource") ? new Choosing((DataSource) bean) : bean;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        host.set(Optional.of(request.getServerName()));
        try {
            chain.doFilter(request, response);
        } finally {
            host.remove();
        }
    }

    private Optional<String> login() {
        return host.get()
                .map(here -> here.startsWith("ops.") ? "anteroom_operator" : "anteroom_signup")
                .or(OwnLogins::workers);
    }

    private static Optional<String> workers() {
        return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                        .walk(frames ->
                                frames.map(StackFrame::getDeclaringClass).anyMatch(OwnLogins::isWorkers))
                ? Optional.of("anteroom_worker")
                : Optional.empty();
    }

    private static boolean isWorkers(Class<?> type) {
        return type.getName().equals(SAGA) || PlatformWorkHandler.class.isAssignableFrom(type);
    }

    private DataSource source(String login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(environment.getRequiredProperty("anteroom.tenancy.url"));
        source.setUser(login);
        source.setPassword(environment.getRequiredProperty(
                login.equals(DatabaseRoles.OWNER)
                        ? "anteroom.migrations.password"
                        : "anteroom.tenancy.control-password"));
        return source;
    }

    private final class Choosing extends DelegatingDataSource {

        Choosing(DataSource all) {
            super(all);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return logins.computeIfAbsent(login().orElse(DatabaseRoles.OWNER), OwnLogins.this::source)
                    .getConnection();
        }
    }
}
