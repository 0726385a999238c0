package io.anteroom.payments;

import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Bills of these tests that are paid with one payment: all of them, or none. */
final class Bundles implements Payables {

    private record Key(String tenant, PayableRef ref) {}

    private final Map<Key, List<PayablePart>> made = new ConcurrentHashMap<>();
    private final Bills bills;

    Bundles(Bills bills) {
        this.bills = bills;
    }

    /** With all that is due on each now. */
    PayableRef add(String id, PayableRef... of) {
        var ref = new PayableRef("bundle", id);
        made.put(
                key(ref),
                Stream.of(of)
                        .map(each -> bills.find(each).orElseThrow())
                        .map(bill -> new PayablePart(bill.ref(), bill.due(), bill.description()))
                        .toList());
        return ref;
    }

    /** What it is made of. */
    List<PayableRef> parts(PayableRef ref) {
        return Optional.ofNullable(made.get(key(ref))).orElseThrow().stream()
                .map(PayablePart::ref)
                .toList();
    }

    @Override
    public String kind() {
        return "bundle";
    }

    @Override
    public LedgerAccount ledgerAccount() {
        return LedgerAccount.RECEIVABLE;
    }

    @Override
    public Optional<Payable> find(PayableRef ref) {
        return Optional.ofNullable(made.get(key(ref))).map(parts -> {
            boolean asked = parts.stream().allMatch(part -> due(part).equals(part.amount()));
            Money sum =
                    parts.stream().map(PayablePart::amount).reduce(Money::plus).orElseThrow();
            return new Payable(ref, asked ? sum : new Money(0, sum.currency()), asked, "Invoice " + ref.id(), parts);
        });
    }

    private Money due(PayablePart part) {
        Payable bill = bills.find(part.ref()).orElseThrow();
        return bill.open() ? bill.due() : new Money(0, bill.due().currency());
    }

    @Override
    public Allocation settled(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        List<PayablePart> parts = Optional.ofNullable(made.get(key(ref))).orElseThrow();
        if (parts.stream().anyMatch(part -> due(part).compareTo(part.amount()) < 0)) {
            return Allocation.UNALLOCATED;
        }
        parts.forEach(part -> {
            if (bills.settled(part.ref(), payment, part.amount(), at) != Allocation.ALLOCATED) {
                throw new IllegalStateException("It was due a moment ago");
            }
        });
        return Allocation.ALLOCATED;
    }

    @Override
    public void refunded(PayableRef ref, PaymentId payment, Money refunded) {
        bills.refunded(ref, payment, refunded);
    }

    private static Key key(PayableRef ref) {
        return new Key(CurrentTenant.get().id().value(), ref);
    }
}
