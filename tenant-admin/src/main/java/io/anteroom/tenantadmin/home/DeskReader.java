package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.access.support.StuckSignIns;
import io.anteroom.clinic.billing.Takings;
import io.anteroom.clinic.reading.WaitingCounts;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.reconciliation.Dispute.ToAnswer;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a member of staff finds in the morning, as far as each may see it: nine statements at most, however much there is. */
@Component
class DeskReader {

    private static final int MOST_STUCK = 5;
    private static final int WEEKS = 12;

    private final WaitingCounts waiting;
    private final StuckSignIns stuck;
    private final DayReader days;
    private final Takings takings;
    private final MoneyCheck check;
    private final Clock clock;

    DeskReader(
            WaitingCounts waiting, StuckSignIns stuck, DayReader days, Takings takings, MoneyCheck check, Clock clock) {
        this.waiting = waiting;
        this.stuck = stuck;
        this.days = days;
        this.takings = takings;
        this.check = check;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Desk of(StaffMember member) {
        var base = "/o/" + CurrentTenant.get().slug();
        var toAnswer = member.may(Permission.CHECK_MONEY) ? check.disputesToAnswer() : ToAnswer.NOTHING;
        var money =
                member.may(Permission.SEE_INVOICES) ? Money.of(takings.weeks(WEEKS), takings.toCome(), toAnswer) : null;
        return new Desk(
                ToReview.concerns(member) ? ToReview.of(waiting, member, base) : null,
                member.may(Permission.MANAGE_ACCESS)
                        ? stuck.last(MOST_STUCK).stream()
                                .map(one -> Stuck.of(one, base, clock))
                                .toList()
                        : null,
                days.today(member).orElse(null),
                money == null || money.isEmpty() ? null : money);
    }
}
