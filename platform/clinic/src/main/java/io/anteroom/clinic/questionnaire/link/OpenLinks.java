package io.anteroom.clinic.questionnaire.link;

import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a link leads to. A forged one, and one that was taken back, replaced or is over, are nothing alike. */
@Component
public class OpenLinks {

    private static final Duration KEPT = Duration.ofDays(1);

    private final FormLinkRows rows;
    private final Assignments forms;
    private final SignIns signIns;
    private final PublishedPortals portals;
    private final WorkQueue work;
    private final Clock clock;

    OpenLinks(
            FormLinkRows rows,
            Assignments forms,
            SignIns signIns,
            PublishedPortals portals,
            WorkQueue work,
            Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.signIns = signIns;
        this.portals = portals;
        this.work = work;
        this.clock = clock;
    }

    /** Looks, and changes nothing: mail scanners follow every link. */
    @Transactional(readOnly = true)
    public Optional<FormLink> find(FormLinkKey key) {
        return open(key);
    }

    /** Keeps who somebody says to be, and asks for the code that proves the address; nothing where it isn't open. */
    @Transactional
    public Optional<Asked> begin(FormLinkKey key, Applicant said, AskedFrom from) {
        return open(key).map(link -> {
            // The sign-in before the link, as whoever enters a code locks them.
            Asked asked = signIns.ask(link.email(), FormLinkErrand.of(link.id()), from);
            if (asked instanceof Asked.OnItsWay) {
                rows.say(link.id(), said);
                work.add(
                        LinksForgotten.KIND,
                        link.id().toString(),
                        clock.instant().plus(KEPT));
            }
            return asked;
        });
    }

    /** The form that the link has given, for whom it has given it. */
    @Transactional(readOnly = true)
    public Optional<Reference> given(FormLinkKey key, Viewer viewer) {
        return rows.find(key)
                .filter(link -> viewer.account().equals(link.account()))
                .flatMap(link -> Optional.ofNullable(link.form()))
                .flatMap(forms::find)
                .map(Assignment::reference);
    }

    private Optional<FormLink> open(FormLinkKey key) {
        return portals.current().offers(Section.QUESTIONNAIRES)
                ? rows.find(key)
                        .filter(link -> link.isOpen(clock.instant()))
                        .filter(link -> rows.active(link.questionnaire()))
                : Optional.empty();
    }
}
