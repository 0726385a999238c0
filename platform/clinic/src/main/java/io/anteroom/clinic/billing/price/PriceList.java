package io.anteroom.clinic.billing.price;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The clinic's price list. Whoever calls has asked for {@code MANAGE_PRICES}; each change is in the audit log. */
@Component
@Transactional
public class PriceList {

    private final PriceRows rows;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PriceList(PriceRows rows, AuditLog audit, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A page of it, by code; two statements.
     *
     * @param search a part of code or name; may be empty
     * @param retired those that are offered no more, or the others
     * @param page from 1
     */
    @Transactional(readOnly = true)
    public PricePage page(String search, boolean retired, int page) {
        return rows.page(search, retired, page);
    }

    /** One of its entries. */
    @Transactional(readOnly = true)
    public Optional<PriceItem> find(PriceItemId id) {
        return rows.find(id);
    }

    /** Adds an entry in the clinic's currency. */
    public PriceSaving add(PriceDetails details, Actor.Staff by) {
        Optional<PriceItemId> id = rows.add(details, CurrentTenant.get().currency());
        if (id.isEmpty()) {
            return new PriceSaving.CodeTaken();
        }
        record(AuditAction.PRICE_ADDED, id.get(), details, by);
        return new PriceSaving.Saved(id.get());
    }

    /**
     * Changes an entry. Invoices written before stay as they are. Where somebody else takes the same code at this moment, the
     * database says so, and the transaction is over.
     *
     * @param version the {@link PriceItem#version()} that whoever changes it has seen
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public PriceSaving change(PriceItemId id, int version, PriceDetails details, Actor.Staff by) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> changed(id, version, details, by)));
        } catch (DuplicateKeyException _) {
            return new PriceSaving.CodeTaken();
        }
    }

    private PriceSaving changed(PriceItemId id, int version, PriceDetails details, Actor.Staff by) {
        Optional<PriceItem> found = rows.locked(id);
        if (found.isEmpty()) {
            return new PriceSaving.Gone();
        }
        if (found.get().details().equals(details)) {
            return new PriceSaving.Saved(id);
        }
        if (found.get().version() != version) {
            return new PriceSaving.Meanwhile(found.get());
        }
        if (rows.taken(details.code(), id)) {
            return new PriceSaving.CodeTaken();
        }
        rows.change(id, details);
        record(AuditAction.PRICE_CHANGED, id, details, by);
        return new PriceSaving.Saved(id);
    }

    /** Offers it no more to who writes invoices, or does again; false if there is no such entry. */
    public boolean offer(PriceItemId id, boolean offered, Actor.Staff by) {
        Optional<PriceItem> found = rows.locked(id);
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().retired() == offered) {
            if (offered) {
                rows.bringBack(id);
            } else {
                rows.retire(id, clock.instant());
            }
            record(
                    offered ? AuditAction.PRICE_BROUGHT_BACK : AuditAction.PRICE_RETIRED,
                    id,
                    found.get().details(),
                    by);
        }
        return true;
    }

    private void record(AuditAction action, PriceItemId id, PriceDetails details, Actor.Staff by) {
        audit.record(
                by,
                AuditEntry.of(action, "price", id)
                        .with("Code", details.code())
                        .with("Name", details.name())
                        .with(
                                "Price",
                                new Money(
                                                details.unitMinor(),
                                                CurrentTenant.get().currency())
                                        .toString())
                        .with(
                                "Tax",
                                BigDecimal.valueOf(details.taxBasisPoints(), 2)
                                                .stripTrailingZeros()
                                                .toPlainString() + "%" + (details.taxIncluded() ? ", included" : "")));
    }
}
