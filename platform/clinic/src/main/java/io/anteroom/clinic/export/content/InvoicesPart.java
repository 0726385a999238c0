package io.anteroom.clinic.export.content;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.plan.Instalment;
import io.anteroom.clinic.billing.plan.PaymentPlan;
import io.anteroom.clinic.billing.plan.PlanDesk;
import io.anteroom.language.Words;
import io.anteroom.payments.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invoices that were sent to the patient, and what was paid. */
@Component
@Order(3)
class InvoicesPart implements ExportPart {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final InvoiceDesk invoices;
    private final PlanDesk plans;
    private final InPages pages;

    InvoicesPart(JdbcClient jdbc, InvoiceDesk invoices, PlanDesk plans, InPages pages) {
        this.jdbc = jdbc;
        this.invoices = invoices;
        this.plans = plans;
        this.pages = pages;
    }

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Invoices and payments");
    }

    @Override
    public boolean in(CopyReach reach) {
        return reach.all(AccessScope.MONEY);
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) throws IOException {
        pages.each(
                after -> read(subject, after),
                view -> view.id().value(),
                view -> to.add(ExportSubject.urn("Invoice", view.id().value()), resource(subject, view)));
    }

    private static Map<String, Object> resource(ExportSubject subject, InvoiceView view) {
        Map<String, Object> invoice = Resources.ofType("Invoice");
        invoice.put("identifier", List.of(Map.of("value", String.valueOf(view.number()))));
        invoice.put("status", status(view.state()));
        if (view.history().voidReason() != null) {
            invoice.put("cancelledReason", view.history().voidReason());
        }
        invoice.put("subject", Resources.to(subject.patientUrn()));
        if (view.issuedOn() != null) {
            invoice.put("date", view.issuedOn().toString());
        }
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : view.lines()) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("sequence", lines.size() + 1);
            item.put("chargeItemCodeableConcept", Map.of("text", line.description()));
            item.put(
                    "priceComponent",
                    List.of(
                            Map.of("type", "base", "amount", money(line.netMinor(), view.currency())),
                            Map.of("type", "tax", "amount", money(line.taxMinor(), view.currency()))));
            lines.add(item);
        }
        if (!lines.isEmpty()) {
            invoice.put("lineItem", lines);
        }
        invoice.put("totalNet", money(view.netMinor(), view.currency()));
        invoice.put("totalGross", money(view.totalMinor(), view.currency()));
        if (!view.payments().isEmpty()) {
            invoice.put(
                    "note",
                    view.payments().stream()
                            .map(payment -> Map.of(
                                    "text",
                                    payment.receivedAt() + " "
                                            + decimal(payment.amountMinor(), view.currency()) + " "
                                            + view.currency().getCurrencyCode()))
                            .toList());
        }
        return invoice;
    }

    /** The code of FHIR's InvoiceStatus. */
    private static String status(InvoiceState state) {
        return switch (state) {
            case DRAFT -> "draft";
            case OPEN, PART_PAID -> "issued";
            case PAID -> "balanced";
            case VOID, CREDITED -> "cancelled";
        };
    }

    private static Map<String, Object> money(long minor, Currency currency) {
        return Map.of("value", decimal(minor, currency), "currency", currency.getCurrencyCode());
    }

    private static BigDecimal decimal(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        pages.each(after -> read(subject, after), view -> view.id().value(), view -> {
            page(subject, view, words, to);
            var plan = plans.of(view);
            if (plan.isPresent()) {
                instalments(plan.get(), words, to);
            }
        });
    }

    private static void instalments(PaymentPlan plan, Words words, HtmlPage to) throws IOException {
        for (Instalment each : plan.instalments()) {
            Money amount = Objects.requireNonNullElse(each.paid(), each.amount());
            to.sentence(words.say(
                    "Instalment on {day}: {amount}, {state}",
                    "day",
                    words.day(each.day()),
                    "amount",
                    words.money(amount.minor(), amount.currency()),
                    "state",
                    state(words, plan, each)));
        }
    }

    private static String state(Words words, PaymentPlan plan, Instalment instalment) {
        return switch (instalment.state()) {
            case PAID -> words.say("paid");
            case FAILED -> words.say("not charged");
            case SKIPPED -> words.say("not needed");
            case DUE -> plan.isOpen() ? words.say("still to come") : words.say("not needed");
        };
    }

    private static void page(ExportSubject subject, InvoiceView view, Words words, HtmlPage to) throws IOException {
        to.heading(words.say("Invoice {number}", "number", String.valueOf(view.number())));
        to.beginPairs();
        if (view.issuedOn() != null) {
            to.pair(words.say("Sent on"), words.day(view.issuedOn()));
        }
        to.pair(words.say("To pay by"), words.day(view.dueOn()));
        to.pair(words.say("State"), state(words, view.state()));
        to.pair(words.say("Total"), words.money(view.totalMinor(), view.currency()));
        if (view.creditedMinor() > 0) {
            to.pair(words.say("Credited"), words.money(view.creditedMinor(), view.currency()));
        }
        to.pair(words.say("Paid"), words.money(view.paidMinor(), view.currency()));
        to.endPairs();
        to.beginTable(List.of(words.say("What"), words.say("Amount")));
        for (var line : view.lines()) {
            to.row(List.of(line.description(), words.money(line.netMinor() + line.taxMinor(), view.currency())));
        }
        to.endTable();
        for (var payment : view.payments()) {
            to.sentence(words.say(
                    "Paid on {when}: {amount}",
                    "when",
                    subject.local(payment.receivedAt()),
                    "amount",
                    words.money(payment.amountMinor(), view.currency())));
        }
    }

    private static String state(Words words, InvoiceState state) {
        return switch (state) {
            case DRAFT -> words.say("Draft");
            case OPEN -> words.say("Unpaid");
            case PART_PAID -> words.say("Partly paid");
            case PAID -> words.say("Paid");
            case VOID -> words.say("Void");
            case CREDITED -> words.say("Credited");
        };
    }

    private List<InvoiceView> read(ExportSubject subject, long after) {
        return jdbc
                .sql("""
                        select id from __tenant__.invoice
                         where patient_id = :patient and state <> 'draft' and id > :after order by id limit :most""")
                .param("patient", subject.number())
                .param("after", after)
                .param("most", PAGE)
                .query((row, _) -> new InvoiceId(row.getLong("id")))
                .list()
                .stream()
                .map(invoices::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
