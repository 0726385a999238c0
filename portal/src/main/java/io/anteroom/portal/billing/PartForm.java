package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.part.PartAmount;
import io.anteroom.clinic.billing.part.PartRule;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.webkit.form.FormErrors;

/**
 * The form for paying a part.
 *
 * @param offered whether there is a part to choose
 * @param least the least part, written for people
 * @param amount what is typed, all that is due to begin with
 */
public record PartForm(boolean offered, String least, String amount, FormErrors errors) {

    /** As the page opens: all that is due is filled in. */
    public static PartForm of(PartRule rule, InvoiceView invoice, Formats formats) {
        return typed(rule, invoice, formats, formats.amountToType(invoice.due()), FormErrors.none());
    }

    /** Where nothing can be paid, whatever the clinic says of parts. */
    public static PartForm none() {
        return new PartForm(false, "", "", FormErrors.none());
    }

    /** With what was typed, and what is wrong with it. */
    public static PartForm typed(
            PartRule rule, InvoiceView invoice, Formats formats, String amount, FormErrors errors) {
        return new PartForm(rule.isOfferedFor(invoice.due()), formats.money(rule.least()), amount, errors);
    }

    /** What is wrong with what was typed. */
    public static FormErrors errors(PartAmount came, Money due, Formats formats) {
        return switch (came) {
            case PartAmount.Fine _ -> FormErrors.none();
            case PartAmount.NotUnderstood(var reason) ->
                wrong(
                        switch (reason) {
                            case EMPTY -> say("Enter how much you want to pay.");
                            case NOT_A_NUMBER ->
                                say("Enter an amount, like {amount}.", "amount", formats.amountToType(due));
                            case TOO_MANY_DECIMALS ->
                                due.digits() == 0
                                        ? say("Enter an amount without decimals.")
                                        : say("Enter at most {count} decimals.", "count", due.digits());
                            case OTHER_CURRENCY ->
                                say(
                                        "Enter an amount in the invoice’s currency, like {amount}.",
                                        "amount",
                                        formats.money(due));
                            case TOO_LARGE -> most(due, formats);
                        });
            case PartAmount.Nothing() -> wrong(say("Enter an amount of more than nothing."));
            case PartAmount.MoreThanDue(Money most) -> wrong(most(most, formats));
            case PartAmount.LessThanLeast(Money least) ->
                wrong(say("Enter {amount} or more.", "amount", formats.money(least)));
            case PartAmount.LeavesTooLittle(Money rest) ->
                wrong(say(
                        "That would leave {amount}, which no card can pay. Pay all of it, or a little less.",
                        "amount",
                        formats.money(rest)));
            case PartAmount.FitsNoCard() -> wrong(say("No card can pay just that. Enter an amount that ends in 0."));
        };
    }

    /** That the invoice is not as it was when the page was shown. */
    public static FormErrors changed() {
        return wrong(PayWords.of(CheckoutStart.Reason.NOT_OPEN));
    }

    private static String most(Money due, Formats formats) {
        return say("Enter {amount} or less; no more is due.", "amount", formats.money(due));
    }

    private static FormErrors wrong(String message) {
        return FormErrors.of("amount", message);
    }
}
