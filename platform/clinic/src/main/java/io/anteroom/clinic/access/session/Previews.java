package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff look at the portal as a patient would, or somebody who acts for one. Nobody is signed in by it: no account, no
 * session and no credential is touched, and whatever acts asks {@link VisibleChart#actor()}, which there is none of.
 */
@Component
public class Previews {

    /** How long the link to it works. */
    public static final Duration LINK = Duration.ofMinutes(2);

    /** How long it lasts. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(1);

    private final PreviewRows rows;
    private final RandomTokens tokens;
    private final AuditLog log;
    private final Clock clock;

    Previews(PreviewRows rows, RandomTokens tokens, AuditLog log, Clock clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes a link that begins a preview, once and soon. Nothing is seen by it yet.
     *
     * @param drafted whether with the portal's settings as they are being worked on
     * @return what the link carries; nothing where there is no such patient
     */
    @Transactional
    public Optional<PreviewToken> prepare(StaffMember by, PatientId patient, PreviewAs as, boolean drafted) {
        by.require(Permission.MANAGE_ACCESS);
        var now = clock.instant();
        rows.forgetMadeBefore(now.minus(KEPT));
        var token = new PreviewToken(tokens.draw());
        return rows.insert(token, by, patient, as, drafted, now, now.plus(LINK))
                ? Optional.of(token)
                : Optional.empty();
    }

    /**
     * Begins the preview of that link; the log says who looks, at whose record and as whom.
     *
     * @return what the browser is to hold for {@link #LIFE}; nothing where the link was used or is too old
     */
    @Transactional
    public Optional<PreviewToken> begin(PreviewToken link) {
        var now = clock.instant();
        var cookie = new PreviewToken(tokens.draw());
        return rows.begin(link, cookie, now, now.plus(LIFE)).map(preview -> {
            log.record(preview.by(), entry(preview));
            return cookie;
        });
    }

    /** The preview that a browser holds {@code cookie} of, while it lasts. It is noted nowhere that it was used. */
    @Transactional(readOnly = true)
    public Optional<Preview> find(PreviewToken cookie) {
        return rows.find(cookie, clock.instant());
    }

    /** Ends it; one that has ended stays so. */
    @Transactional
    public void end(PreviewToken cookie) {
        rows.end(cookie, clock.instant());
    }

    private static AuditEntry entry(Preview preview) {
        long patient = preview.chart().patients().getFirst().id().value();
        return AuditEntry.ofRecord(AuditAction.PORTAL_PREVIEWED, patient)
                .with("As", preview.as().words())
                .with("Settings", preview.drafted() ? "as drafted" : "as published")
                .with("Until", preview.until().toString());
    }
}
