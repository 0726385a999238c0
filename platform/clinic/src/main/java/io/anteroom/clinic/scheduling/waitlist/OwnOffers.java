package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The offers that one account may see. */
@Component
@Transactional
class OwnOffers {

    private final OfferRows rows;
    private final WaitlistAudit audit;
    private final WorkQueue work;
    private final Clock clock;

    OwnOffers(OfferRows rows, WaitlistAudit audit, WorkQueue work, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<OfferedTime> ahead(VisibleChart chart) {
        return rows.ahead(chart.viewer().account(), Waitlist.bookable(chart.actingFor().stream()), clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<OfferedTime> find(VisibleChart chart, Reference reference) {
        return own(chart, reference);
    }

    public boolean decline(VisibleChart chart, Reference reference) {
        Instant now = clock.instant();
        var offer = own(chart, reference);
        offer.filter(one -> !one.taken())
                .ifPresent(one -> rows.decline(reference, now).ifPresent(freed -> {
                    audit.declined(one, chart.actor());
                    if (rows.roundUntil(freed, now).isEmpty()) {
                        work.add(WaitlistRound.KIND, freed.toString(), now);
                    }
                }));
        return offer.isPresent();
    }

    private Optional<OfferedTime> own(VisibleChart chart, Reference reference) {
        return rows.find(
                reference, chart.viewer().account(), Waitlist.bookable(chart.patients().stream()), clock.instant());
    }
}
