package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.rules.BookingRulesBook;
import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.slot.SlotQuery;
import io.anteroom.clinic.scheduling.slot.Slots;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What patients, and those who act for them, do with the waitlist. An entry is of the account that made it: it is the one that is
 * offered times and may book them. Of an account without a record nobody can wait.
 */
@Component
@Transactional
public class Waitlist {

    /** How many one account can wait for at once. */
    public static final int MOST = 10;

    private final EntryRows rows;
    private final Slots slots;
    private final BookingRulesBook rules;
    private final WaitlistAudit audit;
    private final Clock clock;

    Waitlist(EntryRows rows, Slots slots, BookingRulesBook rules, WaitlistAudit audit, Clock clock) {
        this.rows = rows;
        this.slots = slots;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the viewer waits for on behalf of the patient acted for. */
    @Transactional(readOnly = true)
    public List<WaitlistEntry> of(VisibleChart chart) {
        return rows.of(chart.viewer().account(), bookable(chart.actingFor().stream()), clock.instant());
    }

    /** One of all that the viewer waits for. */
    @Transactional(readOnly = true)
    public Optional<WaitlistEntry> find(VisibleChart chart, WaitlistEntryId id) {
        return own(chart, id);
    }

    /** Whether that patient waits for the service by the viewer's account. */
    @Transactional(readOnly = true)
    public Optional<WaitlistEntry> find(VisibleChart chart, PatientId patient, ServiceId service) {
        var visible = bookable(chart.patient(patient).stream());
        return rows.of(chart.viewer().account(), visible, clock.instant()).stream()
                .filter(entry -> entry.service().equals(service))
                .findFirst();
    }

    /** Who does a service that can be waited for, and where; its times are those of today alone. */
    @Transactional(readOnly = true)
    public Optional<FoundSlots> choices(ServiceId service) {
        var today = EntryRows.today(clock.instant());
        return slots.find(SlotQuery.ofPatient(service, today, 1))
                .filter(found -> rules.current().book()
                        && found.service().online()
                        && !found.places().isEmpty()
                        && !found.practitioners().isEmpty());
    }

    /**
     * Begins to wait, on behalf of the patient acted for.
     *
     * @param attempt drawn for the form, so that sending it again asks once
     */
    public Joining join(VisibleChart chart, ServiceId service, Wish wish, UUID attempt) {
        Instant now = clock.instant();
        var account = chart.viewer().account();
        var patient = bookable(chart.actingFor().stream()).stream().findFirst();
        if (patient.isEmpty() || !offers(service, wish) || wish.lastDay().isBefore(EntryRows.today(now))) {
            return new Joining.NotOffered();
        }
        rows.lock(account);
        var before = rows.ofAttempt(attempt, account);
        if (before.isPresent()) {
            return new Joining.Joined(before.get());
        }
        var waiting = rows.of(
                account, chart.patients().stream().map(VisiblePatient::id).toList(), now);
        var already = waiting.stream()
                .filter(entry ->
                        entry.service().equals(service) && entry.patient().equals(patient.get()))
                .findFirst();
        if (already.isPresent()) {
            return new Joining.Already(already.get().id());
        }
        if (waiting.size() >= MOST) {
            return new Joining.TooMany(MOST);
        }
        var id = rows.insert(attempt, account, patient.get(), service, wish, now);
        audit.joined(rows.find(id, now).orElseThrow(), chart.actor());
        return new Joining.Joined(id);
    }

    /**
     * Wishes something else; the place on the list stays.
     *
     * @return false if there is no such entry of theirs, or nobody could ever offer that
     */
    public boolean change(VisibleChart chart, WaitlistEntryId id, Wish wish) {
        Instant now = clock.instant();
        rows.lock(chart.viewer().account());
        var before = own(chart, id);
        if (before.isEmpty()
                || !offers(before.get().service(), wish)
                || wish.lastDay().isBefore(EntryRows.today(now))) {
            return false;
        }
        if (!before.get().wish().equals(wish)) {
            rows.change(id, wish);
            audit.changed(before.get(), rows.find(id, now).orElseThrow(), chart.actor());
        }
        return true;
    }

    /** Waits no longer; whoever doesn't wait any more has left. */
    public void leave(VisibleChart chart, WaitlistEntryId id) {
        rows.lock(chart.viewer().account());
        own(chart, id).ifPresent(entry -> {
            rows.end(id, Ending.LEFT, clock.instant());
            audit.ended(AuditAction.WAITLIST_LEFT, entry, chart.actor());
        });
    }

    private boolean offers(ServiceId service, Wish wish) {
        return choices(service)
                .filter(found -> wish.practitioner() == null
                        || found.practitioners().stream()
                                .anyMatch(one -> one.id().equals(wish.practitioner())))
                .filter(found -> wish.location() == null
                        || found.places().stream().anyMatch(one -> one.id().equals(wish.location())))
                .isPresent();
    }

    private Optional<WaitlistEntry> own(VisibleChart chart, WaitlistEntryId id) {
        var patients = bookable(chart.patients().stream());
        return rows.find(id, clock.instant())
                .filter(entry ->
                        entry.account().equals(chart.viewer().account()) && patients.contains(entry.patient()));
    }

    /** Those for whom the viewer may book. */
    static List<PatientId> bookable(Stream<VisiblePatient> patients) {
        return patients.filter(patient -> patient.scopes().contains(AccessScope.BOOKINGS))
                .map(VisiblePatient::id)
                .toList();
    }
}
