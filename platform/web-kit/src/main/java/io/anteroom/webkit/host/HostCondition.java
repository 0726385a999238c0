package io.anteroom.webkit.host;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/** Lets a mapping match on its host alone. Two hosts exclude each other, so no order among them is needed. */
record HostCondition(Hosts hosts, Host host) implements RequestCondition<HostCondition> {

    @Override
    public HostCondition combine(HostCondition other) {
        return other;
    }

    @Override
    public @Nullable HostCondition getMatchingCondition(HttpServletRequest request) {
        return hosts.of(request) == host ? this : null;
    }

    @Override
    public int compareTo(HostCondition other, HttpServletRequest request) {
        return 0;
    }
}
