package io.anteroom.controlplane.operator;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes a request on the operators' host. */
final class OperatorRequest {

    private OperatorRequest() {}

    /** Who is signed in, operator or not. */
    static Optional<SignedInOperator> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInOperator person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** The operator who is signed in. */
    static Operator operator() {
        return person().filter(SignedInOperator::isOperator)
                .map(SignedInOperator::operator)
                .orElseThrow(() -> new IllegalStateException("Nobody who is an operator makes this request"));
    }
}
