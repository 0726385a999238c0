package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice to one patient. It moves draft, open, part paid, paid; or from open to void, or to credited. Who may ask for a step, and
 * what else happens with it, is {@link Billing}'s matter; that no step is skipped is guarded here and again by the
 * database.
 */
@Entity
@SuppressWarnings("UnusedVariable") // fields that only the database's readers read
@Table(name = "invoice")
public class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private long patientId;

    private Long number;

    @Convert(converter = InvoiceStateColumn.class)
    private InvoiceState state;

    @Column(updatable = false)
    private String currency;

    private LocalDate issuedOn;
    private LocalDate dueOn;
    private String note;
    private int discountBasisPoints;
    private long discountMinor;
    private long netMinor;
    private long taxMinor;
    private long totalMinor;
    private long paidMinor;
    private long creditedMinor;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    private Instant sentAt;
    private String sentBy;
    private Instant paidAt;
    private Instant voidedAt;
    private String voidedBy;
    private String voidReason;

    @Column(updatable = false)
    private @Nullable UUID token;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderColumn(name = "position")
    private List<InvoiceLine> lines = new ArrayList<>();

    protected Invoice() {}

    Invoice(PatientId patient, Currency currency, InvoiceDraft draft, String by, Instant at) {
        this.patientId = patient.value();
        this.currency = currency.getCurrencyCode();
        this.state = InvoiceState.DRAFT;
        this.createdBy = by;
        this.createdAt = at;
        write(draft);
    }

    /** The same, as the form with that token has it. */
    Invoice writtenIn(UUID form) {
        token = form;
        return this;
    }

    /** Whether it says that already. */
    boolean says(InvoiceDraft draft) {
        return dueOn.equals(draft.dueOn())
                && note.equals(draft.note())
                && new Discount(discountBasisPoints, discountMinor).equals(draft.discount())
                && List.copyOf(lines).equals(draft.lines());
    }

    void revise(InvoiceDraft draft) {
        require(state == InvoiceState.DRAFT);
        write(draft);
    }

    private void write(InvoiceDraft draft) {
        dueOn = draft.dueOn();
        note = draft.note();
        discountBasisPoints = draft.discount().basisPoints();
        discountMinor = draft.discount().minor();
        lines.clear();
        lines.addAll(draft.lines());
        netMinor = lines.stream().mapToLong(InvoiceLine::netMinor).sum();
        taxMinor = lines.stream().mapToLong(InvoiceLine::taxMinor).sum();
        totalMinor = netMinor + taxMinor;
    }

    void send(long assigned, LocalDate today, String by, Instant at) {
        require(state == InvoiceState.DRAFT && totalMinor > 0);
        state = InvoiceState.OPEN;
        number = assigned;
        issuedOn = today;
        sentBy = by;
        sentAt = at;
    }

    /** Credits the amount if that much is due, and says whether it did. */
    boolean credit(Money amount, Instant at) {
        if (!amount.currency().equals(currency()) || amount.minor() > dueMinor()) {
            return false;
        }
        require(amount.isPositive());
        paidMinor += amount.minor();
        state = paidMinor + creditedMinor == totalMinor ? InvoiceState.PAID : InvoiceState.PART_PAID;
        paidAt = state == InvoiceState.PAID ? at : null;
        return true;
    }

    void withdraw(String reason, String by, Instant at) {
        require(state == InvoiceState.OPEN && creditedMinor == 0);
        state = InvoiceState.VOID;
        voidReason = reason;
        voidedBy = by;
        voidedAt = at;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("The invoice cannot take this step");
        }
    }

    /** Its id. */
    public InvoiceId id() {
        return new InvoiceId(id);
    }

    /** Whom it asks to pay, or for whom somebody pays. */
    public PatientId patient() {
        return new PatientId(patientId);
    }

    /** The number printed on it, once it was sent. */
    public OptionalLong number() {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Where it stands. */
    public InvoiceState state() {
        return state;
    }

    /** Rises with each change. */
    int version() {
        return version;
    }

    /** What is still to pay, in minor units; 0 for a draft or a void one. */
    public long dueMinor() {
        return state.awaitsPayment() ? totalMinor - creditedMinor - paidMinor : 0;
    }

    /** Its total with tax, in minor units. */
    public long totalMinor() {
        return totalMinor;
    }

    /** Its total without tax, in minor units. */
    long netMinor() {
        return netMinor;
    }

    /** Its tax, in minor units. */
    long taxMinor() {
        return taxMinor;
    }

    /** What credit notes took off, in minor units. */
    long creditedMinor() {
        return creditedMinor;
    }

    /** The currency of all its amounts. */
    public Currency currency() {
        return Currency.getInstance(currency);
    }

    /** The last day to pay. */
    public LocalDate dueOn() {
        return dueOn;
    }
}
