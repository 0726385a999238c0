package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.SignInAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who holds a link does with it, until a code is sent. Nothing of the record is told. */
@Component
public class LinkVisits {

    private final LinkRows links;
    private final LinkWays ways;
    private final LinkAudit audit;
    private final Clock clock;

    LinkVisits(LinkRows links, LinkWays ways, LinkAudit audit, Clock clock) {
        this.links = links;
        this.ways = ways;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the link leads to, if it works; nothing is changed by looking. */
    @Transactional(readOnly = true)
    public Optional<LinkPage> look(LinkToken token) {
        return links.find(token).filter(this::works).map(ways::of);
    }

    /** Notes that a person went on from the link's page; mail scanners don't. */
    @Transactional
    public void goOn(LinkToken token) {
        links.noteOpened(token, clock.instant());
    }

    /**
     * Says where a code should go, and who one is where that is asked for. A wrong birth date is counted, and the third
     * ends the link; those who try at once wait for each other, so that nobody has more tries than that.
     *
     * @param address one of {@link LinkPage#ways()}, or what was typed where there are none
     * @param born what was entered, or null for no date
     */
    @Transactional
    public Identified identify(LinkToken token, SignInAddress address, @Nullable LocalDate born) {
        return links.hold(token)
                .filter(this::works)
                .filter(link -> ways.of(link).takes(address))
                .map(link -> identify(link, born))
                .orElseGet(Identified.NoLink::new);
    }

    private Identified identify(PatientLink link, @Nullable LocalDate born) {
        boolean dated = ways.of(link).asksBirthDate();
        return dated && !links.born(link.patient()).equals(born)
                ? wrongDate(link)
                : new Identified.Fine(LinkErrand.of(link, dated));
    }

    private Identified wrongDate(PatientLink link) {
        int left = PatientLink.DATES - link.wrongDates() - 1;
        links.countWrongDate(link.id());
        audit.wrongDate(link, left);
        if (left > 0) {
            return new Identified.WrongDate(left);
        }
        links.end(link.patient(), LinkEnd.WRONG_DATES, LinkAudit.HOLDER, clock.instant());
        return new Identified.NoLink();
    }

    private boolean works(PatientLink link) {
        return link.works(clock.instant());
    }
}
