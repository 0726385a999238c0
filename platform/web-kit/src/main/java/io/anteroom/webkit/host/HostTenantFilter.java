package io.anteroom.webkit.host;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantState;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the clinic of a portal's host to the request. A host without a clinic answers the same bytes whether there never
 * was one, it was deleted, or it is still being made; a suspended one says politely that it is away.
 */
public final class HostTenantFilter extends OncePerRequestFilter {

    private final Hosts hosts;
    private final Function<String, Optional<Tenant>> tenants;
    private final ProblemPages problems;

    /** Looks tenants up by slug with {@code tenants}. */
    public HostTenantFilter(Hosts hosts, Function<String, Optional<Tenant>> tenants, ProblemPages problems) {
        this.hosts = hosts;
        this.tenants = tenants;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (hosts.of(request)) {
            case PORTAL -> portal(request, response, chain);
            case OTHER -> problems.nobodyHere(response);
            case PLATFORM, STAFF, OPERATORS, INBOX -> chain.doFilter(request, response);
        }
    }

    private void portal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Tenant> found;
        try {
            found = hosts.slug(request).flatMap(tenants);
        } catch (RuntimeException failed) {
            if (problems.outage(request, response, failed)) {
                return;
            }
            throw failed;
        }
        TenantState state = found.map(Tenant::state).orElse(TenantState.DELETED);
        switch (state) {
            case ACTIVE -> as(found.orElseThrow(), request, response, chain);
            case SUSPENDED -> problems.away(request, response, found.orElseThrow());
            case PROVISIONING, DELETED -> problems.nobodyHere(response);
        }
    }

    private static void as(Tenant tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestTenant.note(request, tenant);
        MDC.put("tenant", tenant.id().value());
        try {
            CurrentTenant.call(tenant, new Rest(request, response, chain));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            MDC.remove("tenant");
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
