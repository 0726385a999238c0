package io.anteroom.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Thrown at start when {@code anteroom.roles} does not say what this process is to run. */
class UnusableRolesException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnusableRolesException(String message) {
        super(message);
    }

    /** Says it plainly instead of with a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<UnusableRolesException> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable failure, UnusableRolesException cause) {
            String known = Arrays.stream(Role.values())
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return new FailureAnalysis(
                    cause.getMessage() + ".", "Set " + Role.PROPERTY + " to one or more of: " + known + ".", cause);
        }
    }
}
