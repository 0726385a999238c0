package io.anteroom.clinic.settings;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with the portal's settings. Changes are a draft until published; the switch acts at once. */
@Component
@Transactional
public class PortalSetup {

    private static final String SUBJECT = "portal";

    private final PortalSettingsStore store;
    private final PublishedPortals published;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PortalSetup(
            PortalSettingsStore store,
            PublishedPortals published,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.published = published;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The settings as they are now. */
    @Transactional(readOnly = true)
    public PortalSettings settings() {
        return store.read(plain());
    }

    /**
     * Keeps a design to go on with; patients do not see it. The same as what is published is no draft.
     *
     * @return {@code false} if nothing was kept, since somebody else saved another one meanwhile
     */
    public boolean saveDraft(DesignChange change) {
        store.lock();
        if (overtaken(change)) {
            return false;
        }
        addLogo(change);
        if (change.design().equals(store.read(plain()).published())) {
            store.deleteDraft();
        } else {
            store.saveDraft(change.design());
        }
        store.deleteUnusedLogos();
        return true;
    }

    /**
     * Forgets the draft.
     *
     * @param seen the fingerprint of the draft meant
     * @return {@code false} if somebody else saved another one meanwhile, which is then kept
     */
    public boolean discard(String seen) {
        store.lock();
        if (!store.read(plain()).current().fingerprint().equals(seen)) {
            return false;
        }
        store.deleteDraft();
        store.deleteUnusedLogos();
        return true;
    }

    /** Shows a changed design to patients, unless they could not read it; then it is kept as the draft. */
    public Publishing publish(Actor actor, DesignChange change) {
        store.lock();
        if (overtaken(change)) {
            return new Publishing.Meanwhile();
        }
        addLogo(change);
        return publish(actor, change.design());
    }

    /** Shows {@code design} to patients, whatever they saw before, unless they could not read it. */
    public Publishing publish(Actor actor, PortalDesign design) {
        store.lock();
        if (!design.mainContrast().passes() || !design.accentContrast().passes()) {
            store.saveDraft(design);
            return new Publishing.TooFaint(design.mainContrast(), design.accentContrast());
        }
        PortalSettings before = store.read(plain());
        Map<String, String> changes = before.published().changesTo(design);
        if (changes.isEmpty() && before.everPublished()) {
            store.deleteDraft();
            return new Publishing.NothingNew();
        }
        store.publish(design, clock.instant());
        store.deleteUnusedLogos();
        audit.record(actor, new AuditEntry(AuditAction.BRANDING_PUBLISHED, SUBJECT, "", null, changes));
        published.changed();
        return new Publishing.Published();
    }

    /** Has patients be spoken to in {@code languages} from now on; the same again does nothing. */
    public void speak(Actor actor, PortalLanguages languages) {
        store.lock();
        PortalLanguages before = store.read(plain()).languages();
        if (!before.equals(languages)) {
            store.speak(languages);
            Map<String, String> changes = Map.of("Languages", before.words() + " → " + languages.words());
            audit.record(actor, new AuditEntry(AuditAction.PORTAL_SETTINGS_CHANGED, SUBJECT, "", null, changes));
            published.changed();
        }
    }

    /** Opens the portal to patients, or closes it; the same again does nothing. */
    public void switchTo(Actor actor, boolean on) {
        store.lock();
        if (store.read(plain()).on() != on) {
            store.switchTo(on);
            AuditAction action = on ? AuditAction.PORTAL_SWITCHED_ON : AuditAction.PORTAL_SWITCHED_OFF;
            audit.record(actor, AuditEntry.of(action, SUBJECT, ""));
            published.changed();
            if (!on) {
                events.publishEvent(new PortalSwitchedOff());
            }
        }
    }

    /** The PNG of a logo of this clinic, drafts' included. */
    @Transactional(readOnly = true)
    public Optional<byte[]> logo(LogoId id) {
        return store.logo(id);
    }

    /** Whether somebody else saved another design meanwhile; the same one loses nothing. */
    private boolean overtaken(DesignChange change) {
        PortalDesign stored = store.read(plain()).current();
        return !stored.fingerprint().equals(change.seen()) && !stored.equals(change.design());
    }

    private void addLogo(DesignChange change) {
        if (change.newLogo() != null) {
            store.addLogo(change.newLogo(), clock.instant());
        }
    }

    private static PortalDesign plain() {
        return PortalDesign.plain(CurrentTenant.get().name());
    }
}
