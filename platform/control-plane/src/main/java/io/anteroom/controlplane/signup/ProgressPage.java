package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.provisioning.Progress;
import io.anteroom.controlplane.provisioning.StepRecord;
import io.anteroom.webkit.Icon;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The making of a portal as it is shown.
 *
 * @param page the key of this page
 * @param owner the owner's email address
 * @param portalUrl where patients will go
 * @param appUrl where the owner will go
 */
public record ProgressPage(String page, Progress progress, String owner, String portalUrl, String appUrl, Clock clock) {

    /** Whether nothing will change any more. */
    public boolean done() {
        return progress.state() == Progress.State.DONE;
    }

    /** Whether somebody has to look at it. */
    public boolean failed() {
        return progress.state() == Progress.State.FAILED;
    }

    /** The drawing before a step. */
    public Icon icon(StepRecord step) {
        return switch (step.state()) {
            case WAITING -> Icon.CLOCK;
            case RUNNING -> Icon.DOTS;
            case RETRYING -> Icon.WARNING;
            case FAILED -> Icon.FAILED;
            case DONE -> Icon.DONE;
        };
    }

    /** How a step stands, in a word or two. */
    public String state(StepRecord step) {
        return switch (step.state()) {
            case WAITING -> "Waiting";
            case RUNNING -> "Working on it";
            case RETRYING -> "Trying again";
            case FAILED -> "Stopped";
            case DONE -> "Done" + (step.took() == null ? "" : " in " + words(step.took()));
        };
    }

    /** The part of a class name for that. */
    public String style(StepRecord step) {
        return step.state().name().toLowerCase(Locale.ROOT);
    }

    /** What went wrong with a step and what happens next; nothing where all is well. */
    public @Nullable String trouble(StepRecord step) {
        return switch (step.state()) {
            case WAITING, RUNNING, DONE -> null;
            case RETRYING ->
                step.error() + " We try again " + soon(step.nextAttemptAt()) + " (attempt " + (step.attempts() + 1)
                        + "). You don’t have to do anything.";
            case FAILED ->
                step.error() + " We tried " + step.attempts() + " times and have been told. What is done"
                        + " stays done; we finish the rest by hand and write to you.";
        };
    }

    private String soon(@Nullable Instant at) {
        Duration left = at == null ? Duration.ZERO : Duration.between(clock.instant(), at);
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? "now" : "in " + words(left);
    }

    private static String words(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.UK, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toMinutes() < 2 ? duration.toSeconds() + " s" : duration.toMinutes() + " minutes";
    }
}
