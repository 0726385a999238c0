package io.anteroom.tenantadmin.signin;

import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantState;
import io.anteroom.tenantadmin.frame.RequestMember;
import io.anteroom.webkit.host.RequestTenant;
import io.anteroom.webkit.problem.Problem;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests below {@code /o/{organisation}} through as a member of that organisation. An organisation that does not
 * exist and one the person does not belong to answer the same.
 */
final class OrganisationFilter extends OncePerRequestFilter {

    private static final Pattern PATH = Pattern.compile("/o/([a-z0-9-]{1,63})(?:/.*)?");

    private final TenantDirectory tenants;
    private final Freshness freshness;
    private final ProblemPages problems;
    private final FirstEntry firstEntry;

    OrganisationFilter(TenantDirectory tenants, Freshness freshness, ProblemPages problems, FirstEntry firstEntry) {
        this.tenants = tenants;
        this.freshness = freshness;
        this.problems = problems;
        this.firstEntry = firstEntry;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/o/");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedInStaff person = StaffRequest.person().orElseThrow();
        Optional<Tenant> tenant =
                organisation(request).filter(found -> person.at(found.id()).isPresent());
        if (freshness.asksAgain(person, tenant.isPresent(), request, response)) {
            return;
        }
        if (tenant.isEmpty()) {
            problems.write(request, response, HttpStatus.NOT_FOUND);
        } else if (tenant.get().state() == TenantState.SUSPENDED) {
            problems.write(request, response, suspended(tenant.get()));
        } else {
            enter(tenant.get(), person.at(tenant.get().id()).orElseThrow(), request, response, chain);
        }
    }

    private Optional<Tenant> organisation(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getRequestURI());
        return path.matches()
                ? tenants.bySlug(path.group(1))
                        .filter(tenant ->
                                tenant.state() == TenantState.ACTIVE || tenant.state() == TenantState.SUSPENDED)
                : Optional.empty();
    }

    private void enter(
            Tenant tenant,
            StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (!member.may(Permission.ENTER)) {
            problems.write(request, response, withoutRole(tenant));
            return;
        }
        RequestMember.bind(request, member);
        RequestTenant.note(request, tenant);
        MDC.put("tenant", tenant.id().value());
        try {
            CurrentTenant.call(tenant, () -> {
                firstEntry.note(request, tenant, member);
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            MDC.remove("tenant");
        }
    }

    private static Problem suspended(Tenant tenant) {
        return new Problem(
                HttpStatus.FORBIDDEN,
                tenant.name() + " is suspended",
                "Nothing is lost, and patients see a polite page. Write to Anteroom to have it opened again.");
    }

    private static Problem withoutRole(Tenant tenant) {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "You have no role at " + tenant.name() + " yet",
                "Ask an owner or administrator of the organisation to give you one.");
    }
}
