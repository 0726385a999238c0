package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

/** A patient's invoice, from the portal over Stripe's pages to the receipt. */
final class Paying {

    private static final String ACCEPTED = "4242 4242 4242 4242";
    private static final String DECLINED = "4000 0000 0000 0002";
    private static final String ASKS_THE_BANK = "4000 0027 6000 3184";

    private final Person patient;

    Paying(Person patient) {
        this.patient = patient;
    }

    void opensTheInvoice() {
        patient.goesOnTo("Invoices");
        patient.reads("Invoices");
        patient.looks("portal-invoices");
        patient.follows("Invoice 1");
        patient.reads("Invoice 1");
        patient.isTold("Exercise bands");
        patient.looks("portal-invoice");
    }

    void goesToPay(String amount) {
        patient.presses("Pay " + amount);
        patient.reads("Pay by card");
        patient.looks("stripe-checkout");
    }

    void isDeclined(String amount) {
        fillsIn(DECLINED);
        patient.presses("Pay " + amount);
        patient.reads("The payment did not go through");
        patient.isTold("Your card was declined. You have not been charged. Try another card.");
        patient.looks("stripe-declined");
    }

    void paysThroughTheBank(String amount) {
        fillsIn(ASKS_THE_BANK);
        patient.presses("Pay " + amount);
        patient.reads("Is it you who is paying");
        patient.looks("stripe-bank");
        patient.presses("Yes, approve the payment");
        patient.isTold(amount);
        patient.follows("See the receipt");
    }

    /** By a card that asks nothing back, from the page on which {@link #goesToPay} ends. */
    void paysByCard(String amount) {
        fillsIn(ACCEPTED);
        patient.presses("Pay " + amount);
    }

    void keepsTheReceipt(String amount, String address) {
        patient.reads("Receipt");
        patient.isTold(amount);
        patient.looks("portal-receipt");
        isAPdf(patient.main().locator("a[href*='/pdf']").getAttribute("href"));
        var mail = patient.post().mail(address, "Receipt for invoice 1");
        assertThat(mail.text()).contains(amount);
        patient.follows("All invoices");
        patient.follows("Invoice 1");
        patient.isTold("This invoice is paid");
        patient.looks("portal-invoice-paid");
        isAPdf(patient.main().locator("a[href*='/pdf']").getAttribute("href"));
    }

    private void fillsIn(String card) {
        patient.types(card, "Card number");
        patient.types("12 / 34", "Expires MM/YY");
        patient.types("123", "Security code");
        patient.types("Anna Rowan", "Name on card");
    }

    private void isAPdf(String path) {
        var begins = patient.page()
                .evaluate(
                        "async path => { const answer = await fetch(path);"
                                + " return answer.headers.get('content-type') + ' ' + (await answer.text()).slice(0, 5) }",
                        path);
        assertThat(begins).isEqualTo("application/pdf %PDF-");
    }
}
