package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.errand.SignInErrand;
import io.anteroom.clinic.access.registration.NewAccount;
import io.anteroom.clinic.access.registration.NewAccounts;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.appointment.AskedFirst;
import io.anteroom.clinic.scheduling.appointment.UnclaimedTimes;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBooking.Outcome;
import io.anteroom.clinic.scheduling.newcomer.NewcomerRows.Row;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Books what a stranger chose, once they have proved the address they gave: a new account gets it at once. Whoever has an
 * account with that address signs in to it and says there for whom it is; nothing but the note is taken from what was said.
 */
@Component
class NewcomerErrand implements SignInErrand {

    private static final String KIND = "booking";

    private final NewcomerRows rows;
    private final UnclaimedTimes times;
    private final NewAccounts accounts;
    private final PublishedPortals portals;
    private final List<AskedFirst> asked;

    NewcomerErrand(
            NewcomerRows rows,
            UnclaimedTimes times,
            NewAccounts accounts,
            PublishedPortals portals,
            ObjectProvider<AskedFirst> asked) {
        this.rows = rows;
        this.times = times;
        this.accounts = accounts;
        this.portals = portals;
        this.asked = asked.orderedStream().toList();
    }

    static Errand of(UUID booking) {
        return new Errand(KIND, booking.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpen(String ref, SignInAddress address) {
        return rows.find(UUID.fromString(ref))
                .flatMap(row -> open(row, address))
                .isPresent();
    }

    @Override
    public boolean isForNewcomers() {
        return true;
    }

    /** A time that is gone ends nothing: the account begins, and another time can be chosen there. */
    @Override
    public ErrandResult run(String ref, SignInAddress address) {
        return rows.hold(UUID.fromString(ref))
                .flatMap(row -> open(row, address).map(said -> run(row, said)))
                .orElseGet(ErrandResult.Ended::new);
    }

    private ErrandResult run(Row row, Said said) {
        return switch (accounts.enter(said.applicant(), AccountOrigin.BOOKING, said.contact())) {
            case NewAccount.Opened(var enrolled) -> {
                if (asksFirst(row)) {
                    handOver(row, enrolled.account());
                } else {
                    book(row, said, enrolled.account());
                }
                yield new ErrandResult.Done(enrolled);
            }
            case NewAccount.Known(var enrolled) -> {
                handOver(row, enrolled.account());
                yield new ErrandResult.Done(enrolled);
            }
            case NewAccount.NotProved() -> new ErrandResult.AddressTaken();
        };
    }

    private boolean asksFirst(Row row) {
        return times.find(row.appointment())
                .filter(held -> asked.stream().anyMatch(one -> one.asks(held.service())))
                .isPresent();
    }

    /** The time is held for the account, which has to say something before it is booked. */
    private void handOver(Row row, AccountId account) {
        boolean may = asksFirst(row)
                ? times.handOverToAnswer(row.appointment(), account)
                : times.handOver(row.appointment(), account);
        rows.finish(row.id(), row.appointment(), account, may ? Outcome.HANDED_OVER : Outcome.TOO_MANY);
    }

    private void book(Row row, Said said, AccountId account) {
        var by = new Actor.PortalUser(account.toString(), said.applicant().fullName());
        var booked = times.book(row.appointment(), account, by, said.note());
        rows.finish(
                row.id(),
                booked.orElse(row.appointment()),
                account,
                booked.isPresent() ? Outcome.BOOKED : Outcome.GONE);
        booked.filter(id -> !id.equals(row.appointment())).ifPresent(_ -> times.forget(row.appointment()));
    }

    /** What was said, as long as nobody has entered its code and the clinic takes bookings in its portal. */
    private Optional<Said> open(Row row, SignInAddress address) {
        return Optional.ofNullable(row.said())
                .filter(said -> said.contact().equals(address))
                .filter(_ -> row.account() == null)
                .filter(_ -> portals.current().offers(Section.APPOINTMENTS));
    }
}
