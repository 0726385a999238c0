package io.anteroom.clinic.questionnaire.message;

import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.scheduling.reminder.QuietTimes;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A message that waited for its carrier isn't sent once the form is done, nor at night. */
@Component
class FormStillHolds implements StillHolds {

    private final Assignments assignments;
    private final QuietTimes quiet;
    private final PublishedPortals portals;
    private final Clock clock;

    FormStillHolds(Assignments assignments, QuietTimes quiet, PublishedPortals portals, Clock clock) {
        this.assignments = assignments;
        this.quiet = quiet;
        this.portals = portals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return FormMail.KIND;
    }

    @Override
    public boolean holds(String ref) {
        return portals.current().offers(Section.QUESTIONNAIRES)
                && assignments
                        .find(FormStep.parse(ref).assignment())
                        .filter(one -> one.state().open())
                        .isPresent();
    }

    @Override
    public Optional<Instant> notBefore(String ref) {
        Instant now = clock.instant();
        return Optional.of(quiet.current().next(now, CurrentTenant.get().zone()))
                .filter(now::isBefore);
    }
}
