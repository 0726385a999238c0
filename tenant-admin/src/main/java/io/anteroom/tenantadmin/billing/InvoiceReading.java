package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.Discount;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.webkit.form.FormErrors;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a typed invoice, and says beside each field what is wrong with it. */
final class InvoiceReading {

    private final TypedAmounts amounts;

    InvoiceReading(Currency currency, Locale locale) {
        this.amounts = new TypedAmounts(currency, locale);
    }

    /** The invoice, if all of it was understood; {@link #errors} says what was not. */
    Optional<InvoiceDraft> read(InvoiceForm form) {
        LocalDate dueOn = date(form.dueOn());
        if (form.note().length() > 1_000) {
            amounts.wrong("note", "Shorten the note to 1,000 characters");
        }
        if (form.lines().size() > InvoiceForm.MOST_LINES) {
            amounts.wrong(InvoiceForm.TOO_MANY_LINES);
        }
        List<InvoiceLine> lines = lines(form.lines());
        Discount discount = amounts.discount("discount", form.discount(), InvoiceDraft.amount(lines));
        if (!amounts.failed() && InvoiceDraft.total(lines, discount) > InvoiceLine.MOST_MINOR) {
            amounts.wrong(
                    "The total must be at most " + amounts.words(InvoiceLine.MOST_MINOR) + ". Use several invoices.");
        }
        return amounts.failed() || dueOn == null
                ? Optional.empty()
                : Optional.of(new InvoiceDraft(dueOn, form.note(), lines, discount));
    }

    FormErrors errors() {
        return amounts.errors();
    }

    private @Nullable LocalDate date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed);
            if (date.getYear() >= 2000 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException _) {
            // said below
        }
        amounts.wrong("dueOn", "Enter the last day to pay, like 27 3 2027");
        return null;
    }

    private List<InvoiceLine> lines(List<LineForm> typed) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            if (!typed.get(i).isBlank()) {
                line("lines[" + i + "].", typed.get(i)).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<InvoiceLine> line(String prefix, LineForm typed) {
        String description = typed.description().strip();
        if (description.isEmpty() || description.length() > 200) {
            amounts.wrong(prefix + "description", "Say what this line is for, in up to 200 characters");
        }
        BigDecimal quantity = amounts.number(prefix + "quantity", typed.quantity(), "Enter how many, like 1 or 1.5");
        if (quantity != null && quantity.signum() == 0) {
            amounts.wrong(prefix + "quantity", "Enter more than 0, or remove the line");
        }
        Long price = amounts.price(prefix + "price", typed.price());
        Integer tax = amounts.rate(prefix + "tax", typed.tax());
        if (amounts.failed() || quantity == null || price == null || tax == null) {
            return Optional.empty();
        }
        InvoiceLine line = new InvoiceLine(description, quantity, price, tax)
                .withTaxIncluded(typed.included().equals("true"));
        Discount discount = amounts.discount(prefix + "discount", typed.discount(), line.amountMinor());
        return amounts.failed() ? Optional.empty() : Optional.of(line.less(discount));
    }
}
