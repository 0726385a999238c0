package io.anteroom.stripeemulator.pages;

import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.objects.Entered;
import io.anteroom.stripeemulator.objects.Payer;
import io.anteroom.stripeemulator.objects.TestCard;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed on the payment page.
 *
 * @param byDebit whether a bank debit was chosen instead of the card
 * @param save whether the box to save the card was ticked
 */
record CardForm(String email, String number, String expiry, String cvc, String name, boolean byDebit, boolean save) {

    private static final Pattern EXPIRY = Pattern.compile("\\s*(0?[1-9]|1[0-2])\\s*[/ -]?\\s*(?:20)?([0-9]{2})\\s*");

    static CardForm empty(String email) {
        return new CardForm(email, "", "", "", "", false, false);
    }

    static CardForm filled(String email, TestCard card) {
        return new CardForm(email, card.spaced(), "12 / 34", "123", "Test Payer", false, false);
    }

    static CardForm of(Params params) {
        return new CardForm(
                params.text("email").orElse(""),
                params.text("number").orElse(""),
                params.text("expiry").orElse(""),
                params.text("cvc").orElse(""),
                params.text("name").orElse(""),
                params.text("by").orElse("card").equals("debit"),
                params.text("save").isPresent());
    }

    Payer payer() {
        return new Payer(email, name);
    }

    Optional<TestCard> card() {
        return TestCard.byNumber(number);
    }

    /** The card as it was entered; only for a form without errors. */
    Entered entered() {
        return new Entered(card().orElse(TestCard.DECLINED), until().orElseThrow(), save);
    }

    /** What is wrong, by field, in the order of the fields. */
    Map<String, String> errors(YearMonth now) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!email.contains("@")) {
            errors.put("email", "Enter an email address for the receipt, like name@example.org");
        }
        if (byDebit) {
            return errors;
        }
        if (card().isEmpty()) {
            errors.put(
                    "number",
                    number.isBlank() ? "Enter a card number" : "Enter one of the test cards listed on this page");
        }
        expiryError(now).ifPresent(error -> errors.put("expiry", error));
        if (!cvc.matches("\\s*[0-9]{3,4}\\s*")) {
            errors.put("cvc", "Enter the 3 digits from the back of the card");
        }
        if (name.isBlank()) {
            errors.put("name", "Enter the name on the card");
        }
        return errors;
    }

    private Optional<String> expiryError(YearMonth now) {
        Optional<YearMonth> until = until();
        if (until.isEmpty()) {
            return Optional.of("Enter month and year, like 12 / 34");
        }
        return until.get().isBefore(now) ? Optional.of("This date is in the past") : Optional.empty();
    }

    private Optional<YearMonth> until() {
        Matcher matcher = EXPIRY.matcher(expiry);
        return matcher.matches()
                ? Optional.of(
                        YearMonth.of(2000 + Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }
}
