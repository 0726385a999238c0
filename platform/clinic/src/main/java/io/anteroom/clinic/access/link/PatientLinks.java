package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with links on a patient's record: make one, send it, take it back. */
@Component
public class PatientLinks {

    private final LinkRows links;
    private final Accounts accounts;
    private final LinkMessages messages;
    private final LinkAudit audit;
    private final RandomTokens tokens;
    private final Clock clock;

    PatientLinks(
            LinkRows links,
            Accounts accounts,
            LinkMessages messages,
            LinkAudit audit,
            RandomTokens tokens,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.messages = messages;
        this.audit = audit;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Makes a link, which ends the one before. What makes it work is in the answer and nowhere else; nothing where there is
     * no such patient.
     */
    @Transactional
    public Optional<LinkToken> make(PatientId patient, LinkKind kind, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return Optional.empty();
        }
        return Optional.of(add(patient, kind, by).token());
    }

    /** Makes a link and sends it; the address is one of the patient's own. False where there is no such patient. */
    @Transactional
    public boolean send(PatientId patient, LinkKind kind, SignInAddress to, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return false;
        }
        var made = add(patient, kind, by);
        messages.send(made.link(), made.token(), to);
        audit.sent(made.link(), to, by);
        return true;
    }

    /** Takes back the link that works; false if none does. */
    @Transactional
    public boolean revoke(PatientId patient, Actor.Staff by) {
        var now = clock.instant();
        var working = Optional.of(patient)
                .filter(accounts::hold)
                .flatMap(links::newest)
                .filter(link -> link.works(now));
        working.ifPresent(link -> {
            links.end(patient, LinkEnd.REVOKED, by, now);
            audit.revoked(link, by);
        });
        return working.isPresent();
    }

    /** The link made last for that patient, whether or not it works still. */
    @Transactional(readOnly = true)
    public Optional<PatientLink> newest(PatientId patient) {
        return links.newest(patient);
    }

    private Made add(PatientId patient, LinkKind kind, Actor.Staff by) {
        var now = clock.instant();
        links.end(patient, LinkEnd.REPLACED, by, now);
        var token = new LinkToken(tokens.draw());
        var link = links.add(patient, kind, token, by.name(), now);
        audit.made(link, by);
        return new Made(link, token);
    }

    private record Made(PatientLink link, LinkToken token) {}
}
