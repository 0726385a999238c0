package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.OperatorAct;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operator can do to a tenant. Each is asked about on a page of its own, with a reason. */
public enum TenantAct {
    /** Takes provisioning up again at the step that went wrong. */
    RETRY(
            OperatorAct.RETRY_PROVISIONING,
            "Try again",
            "Try to set up %s again?",
            List.of("The step that went wrong is begun anew at once. What is done stays done.")),
    /** Closes the portal and the staff's pages, and pauses the jobs. */
    SUSPEND(
            OperatorAct.SUSPEND,
            "Suspend",
            "Suspend %s?",
            List.of(
                    "Patients and staff see a page that says politely that the portal is closed for now.",
                    "Patients’ sessions end at once; they sign in anew after it is resumed.",
                    "Jobs and messages wait. No data is lost or changed.")),
    /** Opens all that again. */
    RESUME(
            OperatorAct.RESUME,
            "Resume",
            "Resume %s?",
            List.of("Patients and staff can come in again. What waited is done now, messages included."));

    private final OperatorAct logged;
    private final String verb;
    private final String question;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that never changes
    private final List<String> consequences;

    TenantAct(OperatorAct logged, String verb, String question, List<String> consequences) {
        this.logged = logged;
        this.verb = verb;
        this.question = question;
        this.consequences = List.copyOf(consequences);
    }

    OperatorAct logged() {
        return logged;
    }

    /** The words on its button. */
    public String verb() {
        return verb;
    }

    /** Whether the button warns. */
    public boolean takesAway() {
        return this == SUSPEND;
    }

    /** The heading of the page that asks. */
    public String question(String tenant) {
        return question.formatted(tenant);
    }

    /** What happens then, a sentence each. */
    public List<String> consequences() {
        return consequences;
    }

    /** What was done, after the tenant's name. */
    String done() {
        return switch (this) {
            case RETRY -> "trying again now";
            case SUSPEND -> "suspended";
            case RESUME -> "resumed";
        };
    }

    /** As addresses write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(TenantView tenant) {
        return switch (this) {
            case RETRY -> tenant.canBeTriedAgain();
            case SUSPEND -> tenant.row().standing() == Standing.ACTIVE;
            case RESUME -> tenant.row().standing() == Standing.SUSPENDED;
        };
    }

    /** The one of this key; nothing for any other text. */
    static Optional<TenantAct> of(String key) {
        return Stream.of(values()).filter(act -> act.key().equals(key)).findFirst();
    }
}
