package io.anteroom.tenantadmin.billing.credit;

import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.tenantadmin.billing.TypedAmounts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * A credit note as typed.
 *
 * @param how {@code whole}, {@code lines} or {@code amount}; empty until somebody has chosen, since a note can't be taken back
 * @param lines the places of those chosen
 * @param seen how far the invoice was credited and paid on the page
 */
public record CreditForm(String how, Set<Integer> lines, String amount, String reason, CreditSeen seen) {

    private static final Set<String> CHOICES = Set.of("whole", "lines", "amount");

    static CreditForm empty(InvoiceView invoice) {
        return new CreditForm("", Set.of(), "", "", seen(invoice));
    }

    static CreditForm typed(MultiValueMap<String, String> sent) {
        return new CreditForm(
                text(sent, "how"),
                sent.getOrDefault("line", List.of()).stream()
                        .filter(line -> line.matches("[0-9]{1,2}"))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                text(sent, "amount"),
                text(sent, "reason").replace("\r\n", "\n"),
                new CreditSeen(number(sent, "credited"), number(sent, "paid")));
    }

    /** The same, for who sees the invoice as it is now. */
    CreditForm seeing(InvoiceView invoice) {
        return new CreditForm(how, lines, amount, reason, seen(invoice));
    }

    /** How much is wished, if it was understood; {@code amounts} says what was not. */
    Optional<CreditWish> read(TypedAmounts amounts, long left) {
        if (reason.isBlank() || reason.length() > 500) {
            amounts.wrong("reason", "Say why, in up to 500 characters. The patient reads it");
        }
        if (!CHOICES.contains(how)) {
            amounts.wrong("how", "Choose what to credit");
        } else if (!how.equals("amount") && !amount.isBlank()) {
            amounts.wrong("how", "You typed an amount. Choose “An amount”, or clear it");
        } else if (!how.equals("lines") && !lines.isEmpty()) {
            amounts.wrong("how", "You ticked lines. Choose “Some lines”, or untick them");
        }
        CreditWish wish = switch (how) {
            case "lines" -> new CreditWish.Lines(lines);
            case "amount" ->
                new CreditWish.Amount(Objects.requireNonNullElse(amounts.amount("amount", amount, left), 0L));
            default -> new CreditWish.Whole();
        };
        if (wish instanceof CreditWish.Lines && lines.isEmpty()) {
            amounts.wrong("line", "Choose at least one line");
        }
        return amounts.failed() ? Optional.empty() : Optional.of(wish);
    }

    private static CreditSeen seen(InvoiceView invoice) {
        return new CreditSeen(invoice.creditedMinor(), invoice.paidMinor());
    }

    private static long number(MultiValueMap<String, String> sent, String name) {
        String value = text(sent, name);
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : -1;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }
}
