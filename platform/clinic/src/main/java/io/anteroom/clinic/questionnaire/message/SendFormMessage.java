package io.anteroom.clinic.questionnaire.message;

import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.message.FormMessageRows.Outcome;
import io.anteroom.clinic.scheduling.reminder.QuietTimes;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends one message, if the form is still to be done. The message and the note that it went commit together, so that work that is
 * done twice sends once.
 */
@Component
class SendFormMessage implements WorkHandler {

    static final String KIND = "form-message";

    private final FormMessageRows rows;
    private final Assignments assignments;
    private final QuietTimes quiet;
    private final PublishedPortals portals;
    private final FormMail mail;
    private final WorkQueue work;
    private final Clock clock;

    SendFormMessage(
            FormMessageRows rows,
            Assignments assignments,
            QuietTimes quiet,
            PublishedPortals portals,
            FormMail mail,
            WorkQueue work,
            Clock clock) {
        this.rows = rows;
        this.assignments = assignments;
        this.quiet = quiet;
        this.portals = portals;
        this.mail = mail;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        var step = FormStep.parse(ref);
        if (rows.lock(step)) {
            decide(step, assignments.find(step.assignment()));
        }
    }

    private void decide(FormStep step, Optional<Assignment> assignment) {
        Instant now = clock.instant();
        Instant when = quiet.current().next(now, CurrentTenant.get().zone());
        if (assignment.filter(one -> one.state().open()).isEmpty()) {
            rows.done(step, Outcome.NOT_OPEN, now);
        } else if (!portals.current().offers(Section.QUESTIONNAIRES)) {
            rows.done(step, Outcome.SECTION_OFF, now);
        } else if (rows.outdone(step, now)) {
            rows.done(step, Outcome.OUTDONE, now);
        } else if (when.isAfter(now)) {
            rows.putOff(step, when);
            work.add(DueFormMessages.KIND, DueFormMessages.REF, when);
        } else {
            boolean sent = mail.send(step, assignment.get());
            rows.done(step, sent ? Outcome.SENT : Outcome.NO_ADDRESS, now);
        }
    }
}
