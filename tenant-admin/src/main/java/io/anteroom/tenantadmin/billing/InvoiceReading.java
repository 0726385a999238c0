package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.payments.Money;
import io.anteroom.payments.TypedAmount;
import io.anteroom.webkit.form.FormErrors;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a typed invoice, and says beside each field what is wrong with it. */
final class InvoiceReading {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}([.,][0-9]{1,2})?");

    private final Currency currency;
    private final Locale locale;
    private FormErrors errors = FormErrors.none();

    InvoiceReading(Currency currency, Locale locale) {
        this.currency = currency;
        this.locale = locale;
    }

    /** The invoice, if all of it was understood; {@link #errors} says what was not. */
    Optional<InvoiceDraft> read(InvoiceForm form) {
        LocalDate dueOn = date(form.dueOn());
        if (form.note().length() > 1_000) {
            wrong("note", "Shorten the note to 1,000 characters");
        }
        List<InvoiceLine> lines = lines(form.lines());
        if (!errors.any() && InvoiceDraft.total(lines) > InvoiceLine.MOST_MINOR) {
            errors = errors.and(FormErrors.ofForm("The total must be at most "
                    + new Money(InvoiceLine.MOST_MINOR, currency).format(locale) + ". Use several invoices."));
        }
        return errors.any() || dueOn == null
                ? Optional.empty()
                : Optional.of(new InvoiceDraft(dueOn, form.note(), lines));
    }

    FormErrors errors() {
        return errors;
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
        wrong("dueOn", "Enter the last day to pay, like 27 3 2027");
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
            wrong(prefix + "description", "Say what this line is for, in up to 200 characters");
        }
        BigDecimal quantity = number(prefix + "quantity", typed.quantity(), "Enter how many, like 1 or 1.5");
        if (quantity != null && quantity.signum() == 0) {
            wrong(prefix + "quantity", "Enter more than 0, or remove the line");
        }
        Long price = price(prefix + "price", typed.price());
        BigDecimal tax = number(
                prefix + "tax",
                typed.tax().replace("%", "").strip(),
                "Enter the tax in per cent, like 20, or 0 for none");
        if (tax != null && tax.compareTo(BigDecimal.valueOf(100)) > 0) {
            wrong(prefix + "tax", "Enter at most 100 per cent");
        }
        return errors.any() || quantity == null || price == null || tax == null
                ? Optional.empty()
                : Optional.of(new InvoiceLine(
                        description, quantity, price, tax.movePointRight(2).intValueExact()));
    }

    private @Nullable BigDecimal number(String field, String typed, String otherwise) {
        String text = typed.strip();
        if (!NUMBER.matcher(text).matches()) {
            wrong(field, otherwise);
            return null;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private @Nullable Long price(String field, String typed) {
        return switch (Money.parse(typed, currency, locale)) {
            case TypedAmount.Understood(Money money) when money.isNegative() -> wrong(field, "Enter 0 or more");
            case TypedAmount.Understood(Money money)
            when money.minor() > InvoiceLine.MOST_MINOR ->
                wrong(field, "Enter at most " + new Money(InvoiceLine.MOST_MINOR, currency).format(locale));
            case TypedAmount.Understood(Money money) -> money.minor();
            case TypedAmount.NotUnderstood(TypedAmount.Reason reason) -> wrong(field, words(reason));
        };
    }

    private String words(TypedAmount.Reason reason) {
        return switch (reason) {
            case EMPTY -> "Enter the price of one";
            case NOT_A_NUMBER ->
                "Enter the price as a number, like "
                        + Money.ofMajor(BigDecimal.valueOf(84), currency)
                                .toMajor()
                                .toPlainString();
            case TOO_MANY_DECIMALS ->
                currency.getDefaultFractionDigits() == 0
                        ? "Enter the price without decimals"
                        : "Enter at most " + currency.getDefaultFractionDigits() + " decimals";
            case OTHER_CURRENCY -> "Enter the price in " + currency.getDisplayName(locale);
            case TOO_LARGE -> "Enter a smaller price";
        };
    }

    private @Nullable Long wrong(String field, String message) {
        errors = errors.with(field, message);
        return null;
    }
}
