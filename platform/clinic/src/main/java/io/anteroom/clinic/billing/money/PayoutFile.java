package io.anteroom.clinic.billing.money;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.SpreadsheetText;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.payments.reconciliation.Payout;
import io.anteroom.payments.reconciliation.PayoutPart;
import io.anteroom.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a payout is made of as CSV (RFC 4180) in UTF-8, read some rows at a time; its last row is the payout itself. */
@Component
public class PayoutFile {

    /** Tells spreadsheets that the text is UTF-8. */
    private static final String MARK = "\ufeff";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final MoneyCheck check;
    private final PaymentList payments;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PayoutFile(MoneyCheck check, PaymentList payments, AuditLog audit, TransactionTemplate transaction) {
        this.check = check;
        this.payments = payments;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Writes all that it is made of, and leaves a trace of it before the first row is written.
     *
     * @throws IOException if {@code to} takes no more
     */
    public void write(Payout payout, Actor.Staff by, Writer to) throws IOException {
        transaction.executeWithoutResult(_ -> audit.record(
                by,
                AuditEntry.of(AuditAction.BOOKS_EXPORTED, "payout", payout.id())
                        .with("What", "payout")
                        .with("Amount", payout.amount().toString())));
        ZoneId zone = CurrentTenant.get().zone();
        to.append(MARK);
        CSVPrinter csv = new CSVPrinter(to, CSVFormat.RFC4180);
        csv.printRecord("When", "Kind", "Invoice", "Patient", "Currency", "Amount", "Fee", "Net", "Reference");
        List<PayoutPart> parts = check.parts(payout.id(), "");
        while (!parts.isEmpty()) {
            Map<PaymentId, PaidFor> paid = payments.paidFor(parts.stream()
                    .map(PayoutPart::payment)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList());
            for (PayoutPart part : parts) {
                print(csv, part, part.payment() == null ? null : paid.get(part.payment()), zone);
            }
            csv.flush();
            parts = check.parts(payout.id(), parts.getLast().id());
        }
        csv.printRecord(
                payout.arrivesOn(),
                "payout",
                "",
                "",
                payout.amount().currency().getCurrencyCode(),
                "",
                "",
                major(payout.amount().times(-1)),
                payout.id());
        csv.flush();
    }

    private static void print(CSVPrinter csv, PayoutPart part, @Nullable PaidFor paidFor, ZoneId zone)
            throws IOException {
        csv.printRecord(
                MOMENT.format(part.at().atZone(zone)),
                part.category(),
                paidFor == null ? "" : paidFor.numbers(),
                paidFor == null || paidFor.patientName() == null ? "" : SpreadsheetText.harmless(paidFor.patientName()),
                part.amount().currency().getCurrencyCode(),
                major(part.amount()),
                major(part.fee()),
                major(part.amount().minus(part.fee())),
                part.id());
    }

    private static String major(Money money) {
        return money.toMajor().toPlainString();
    }
}
