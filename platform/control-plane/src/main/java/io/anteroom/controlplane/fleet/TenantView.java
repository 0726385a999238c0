package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.OperatorEntry;
import io.anteroom.controlplane.provisioning.Progress;
import io.anteroom.controlplane.provisioning.StepRecord;
import io.anteroom.controlplane.provisioning.StepState;
import io.anteroom.webkit.Badge;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tenant as its page shows it.
 *
 * @param progress how its making went; nothing before the confirmation, and for tenants that were made by hand
 * @param log what operators did to it, the newest first
 * @param portalUrl where its patients go
 */
public record TenantView(TenantRow row, @Nullable Progress progress, List<OperatorEntry> log, String portalUrl) {

    public TenantView {
        log = List.copyOf(log);
    }

    /** What can be done to it as it stands. */
    public List<TenantAct> acts() {
        return Stream.of(TenantAct.values()).filter(act -> act.fits(this)).toList();
    }

    /** The address of its page. */
    public String url() {
        return "/tenants/" + row.ref();
    }

    /** Where an act is asked about. */
    public String url(TenantAct act) {
        return url() + "/" + act.key();
    }

    /** Whether a step went wrong and somebody need not wait for its next try. */
    boolean canBeTriedAgain() {
        return progress != null
                && progress.steps().stream()
                        .anyMatch(step -> step.state() == StepState.FAILED || step.state() == StepState.RETRYING);
    }

    /** What a step does, in the platform's words; the owner reads others. */
    public String name(StepRecord step) {
        return switch (step.step()) {
            case SLUG -> "Address kept";
            case SCHEMA -> "Schema and role taken";
            case TABLES -> "Tables brought up to date";
            case ORGANISATION -> "Organisation and roles in Keycloak";
            case OWNER -> "Owner’s account in Keycloak";
            case PORTAL -> "Portal opened, owner written to";
        };
    }

    /** How a step stands. */
    public Badge badge(StepRecord step) {
        return switch (step.state()) {
            case WAITING -> Badge.quiet("Waiting");
            case RUNNING -> Badge.notice("Running");
            case RETRYING -> Badge.warning("Will be tried again");
            case FAILED -> Badge.bad("Failed");
            case DONE -> Badge.good("Done");
        };
    }
}
