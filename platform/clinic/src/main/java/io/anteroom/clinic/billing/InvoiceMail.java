package io.anteroom.clinic.billing;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.billing.link.InvoiceLinks;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails about invoices. They go to the patient's contact address and name nothing that was treated. */
@Component
class InvoiceMail {

    static final String ABOUT_INVOICE = "invoice";
    static final String ABOUT_VOID = "invoice-void";
    static final String ABOUT_RECEIPT = "receipt";
    static final String ABOUT_PAYER = "invoice-payer";
    static final String ABOUT_REFUND = "refund";
    static final String ABOUT_RETURN = "refund-returned";

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final PortalLinks links;
    private final PersonLanguages languages;
    private final Payers payers;
    private final PayerAddress addresses;
    private final InvoiceLinks payLinks;
    private final CardPayments cards;

    InvoiceMail(
            Outbox outbox,
            JdbcClient jdbc,
            PortalLinks links,
            PersonLanguages languages,
            Payers payers,
            PayerAddress addresses,
            InvoiceLinks payLinks,
            CardPayments cards) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.links = links;
        this.languages = languages;
        this.payers = payers;
        this.addresses = addresses;
        this.payLinks = payLinks;
        this.cards = cards;
    }

    /** Whether the patient has an address that mail can be sent to. */
    boolean reaches(PatientId patient) {
        return addressOf(patient).isPresent();
    }

    /** Tells the patient of an invoice that was sent. */
    void invoice(Invoice invoice) {
        Words words = languages.wordsFor(invoice.patient());
        Formats formats = Formats.in(words.language());
        String clinic = CurrentTenant.get().name();
        String number = Long.toString(invoice.number().orElseThrow());
        String subject = words.say("Invoice {number} from {clinic}", "number", number, "clinic", clinic);
        String heading = words.say("You have an invoice from {clinic}", "clinic", clinic);
        EmailContent content = link(invoice)
                .map(link -> EmailContent.of(
                                subject,
                                heading,
                                words.say(
                                        "You can pay it by card with the button, without signing in. The button works until {day}.",
                                        "day",
                                        link.lastDay()),
                                words.say(
                                        "To see what it is for, open the address below; you will be asked to sign in first."))
                        .withAction(words.say("Pay now"), links.payment("{secret}"))
                        .withDetail(words.say("What it is for"), links.invoice(invoice.id()))
                        .withSecret(link.key().value()))
                .orElseGet(() -> links.leadingTo(
                        invoice.id(),
                        words.say("See and pay the invoice"),
                        EmailContent.of(
                                subject,
                                heading,
                                links.haveInvoices()
                                        ? words.say(
                                                "You can see it and pay it by card in the portal. You will be asked to sign in first.")
                                        : words.say(
                                                "Please ask {clinic} for the invoice itself, and how you can pay it.",
                                                "clinic",
                                                clinic))))
                .withDetail(words.say("Invoice"), number)
                .withDetail(words.say("To pay"), formats.money(invoice.totalMinor(), invoice.currency()))
                .withDetail(words.say("Due"), formats.date(invoice.dueOn()));
        send(invoice.patient(), new MessageAbout(ABOUT_INVOICE, invoice.id().toString()), content.in(words));
    }

    /** A link by which the invoice is paid without signing in, where a card can pay it and the clinic takes cards. */
    private Optional<InvoiceLinks.Made> link(Invoice invoice) {
        return new Money(invoice.dueMinor(), invoice.currency()).fitsACard() && cards.possible()
                ? payLinks.make(invoice.id(), invoice.dueOn())
                : Optional.empty();
    }

    /** Tells that an invoice which was sent is not to be paid, without the reason, which is the clinic's. */
    void voided(Invoice invoice) {
        Words words = languages.wordsFor(invoice.patient());
        String clinic = CurrentTenant.get().name();
        String number = Long.toString(invoice.number().orElseThrow());
        EmailContent content = EmailContent.of(
                        words.say("Invoice {number} from {clinic} is cancelled", "number", number, "clinic", clinic),
                        words.say("You don’t need to pay this invoice"),
                        words.say("{clinic} has cancelled it, and expects no payment for it.", "clinic", clinic))
                .withDetail(words.say("Invoice"), number);
        content = links.leadingTo(invoice.id(), words.say("See the invoice"), content);
        send(invoice.patient(), new MessageAbout(ABOUT_VOID, invoice.id().toString()), content.in(words));
    }

    /** Thanks for a payment; a patient whose address was removed meanwhile gets none. */
    void receipt(Invoice invoice, PaymentId payment, Money paid) {
        Words words = languages.wordsFor(invoice.patient());
        Formats formats = Formats.in(words.language());
        String clinic = CurrentTenant.get().name();
        String number = Long.toString(invoice.number().orElseThrow());
        EmailContent content = EmailContent.of(
                        words.say("Receipt for invoice {number} from {clinic}", "number", number, "clinic", clinic),
                        words.say("Thank you, your payment has arrived"),
                        words.say("This is the receipt of {clinic} for your payment by card.", "clinic", clinic))
                .withDetail(words.say("Invoice"), number)
                .withDetail(words.say("Paid"), formats.money(paid.minor(), paid.currency()))
                .withAction(words.say("See the receipt"), links.receipt(payment, invoice.id()));
        if (invoice.dueMinor() > 0) {
            content = content.withDetail(
                    words.say("Still to pay"), formats.money(invoice.dueMinor(), invoice.currency()));
        }
        send(invoice.patient(), new MessageAbout(ABOUT_RECEIPT, payment.toString()), content.in(words));
    }

    /**
     * Asks for an invoice to be paid in person, where the bank would not have a card charged without its owner; whoever keeps the
     * card, at the address they sign in with, or else the patient, whose card it need not be.
     *
     * @param amount what was to be charged; no more than is due is asked for
     */
    void payerWanted(Invoice invoice, PaymentId payment, Money amount) {
        Optional<AccountId> payer = payers.of(payment);
        Optional<String> address = payer.flatMap(addresses::of);
        Words words = address.flatMap(_ -> payer)
                .map(languages::wordsFor)
                .orElseGet(() -> languages.wordsFor(invoice.patient()));
        Formats formats = Formats.in(words.language());
        String clinic = CurrentTenant.get().name();
        String number = Long.toString(invoice.number().orElseThrow());
        String subject = words.say("Please pay invoice {number} from {clinic}", "number", number, "clinic", clinic);
        EmailContent content = whoShallPay(words, subject, clinic, address.isPresent())
                .withDetail(words.say("Invoice"), number)
                .withDetail(
                        words.say("To pay"),
                        formats.money(Math.min(amount.minor(), invoice.dueMinor()), invoice.currency()));
        EmailContent mail = links.haveInvoices()
                ? content.withAction(words.say("See and pay the invoice"), links.paying(invoice.id()))
                : content;
        var about = new MessageAbout(ABOUT_PAYER, invoice.id().toString());
        address.or(() -> addressOf(invoice.patient()))
                .ifPresent(to -> outbox.send(Message.email(to, about, mail.in(words))));
    }

    private EmailContent whoShallPay(Words words, String subject, String clinic, boolean owner) {
        String heading = owner
                ? words.say("Your bank wants you to confirm this payment")
                : words.say("The invoice could not be paid with the card on file");
        if (!links.haveInvoices()) {
            return EmailContent.of(
                    subject,
                    heading,
                    words.say(
                            "{clinic} tried to charge a card that is kept for this invoice. The bank wants the card’s owner to confirm the payment, so nothing was charged. Please ask {clinic} how you can pay the invoice.",
                            "clinic",
                            clinic));
        }
        return EmailContent.of(
                subject,
                heading,
                owner
                        ? words.say(
                                "{clinic} tried to charge the card kept for you. The bank wants the card’s owner to confirm the payment, so nothing was charged. Please sign in and pay the invoice yourself.",
                                "clinic",
                                clinic)
                        : words.say(
                                "{clinic} tried to charge a card that somebody keeps for your invoices. Their bank wants them to confirm the payment, so nothing was charged. Please sign in and pay the invoice, or ask them to.",
                                "clinic",
                                clinic));
    }

    /** Tells of money on its way back, or, where the amount is below 0, that it did not arrive. */
    void givenBack(Invoice invoice, PaymentId payment, Money more) {
        Words words = languages.wordsFor(invoice.patient());
        Formats formats = Formats.in(words.language());
        String clinic = CurrentTenant.get().name();
        String number = Long.toString(invoice.number().orElseThrow());
        EmailContent content = more.isPositive()
                ? EmailContent.of(
                        words.say("Money back for invoice {number} from {clinic}", "number", number, "clinic", clinic),
                        words.say("{clinic} has given you money back", "clinic", clinic),
                        words.say("It goes back to what you paid with. Banks take up to ten days to show it."))
                : EmailContent.of(
                        words.say("Money back for invoice {number} has not arrived", "number", number),
                        words.say("Your bank could not take the money back"),
                        words.say(
                                "Your bank returned it. Please tell {clinic} how else you can be paid.",
                                "clinic",
                                clinic));
        long minor = Math.abs(more.minor());
        content = content.withDetail(words.say("Invoice"), number)
                .withDetail(words.say("Given back"), formats.money(minor, more.currency()));
        content = links.leadingTo(invoice.id(), words.say("See the invoice"), content);
        send(
                invoice.patient(),
                new MessageAbout(more.isPositive() ? ABOUT_REFUND : ABOUT_RETURN, payment.toString()),
                content.in(words));
    }

    private void send(PatientId patient, MessageAbout about, EmailContent content) {
        addressOf(patient).ifPresent(address -> outbox.send(Message.email(address, about, content)));
    }

    private Optional<String> addressOf(PatientId patient) {
        return jdbc.sql("select email from __tenant__.patient where id = :id and email is not null")
                .param("id", patient.value())
                .query(String.class)
                .optional()
                .filter(Message::isEmailAddress);
    }
}
