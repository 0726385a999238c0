package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PayerAddress;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails about instalments: an offer to the patient's contact address, all else to whoever accepted it, at the address they sign in
 * with, or else to the patient. They name nothing that was treated.
 */
@Component
class PlanMail {

    static final String ABOUT = "payment-plan";
    static final String OFFER = "offer";
    static final String NOTICE = "notice";
    private static final String REFUSED = "refused";
    private static final String PAUSED = "paused";

    private final Outbox outbox;
    private final PayerAddress addresses;
    private final PersonLanguages languages;
    private final PortalAddress portal;
    private final PublishedPortals portals;
    private final JdbcClient jdbc;

    PlanMail(
            Outbox outbox,
            PayerAddress addresses,
            PersonLanguages languages,
            PortalAddress portal,
            PublishedPortals portals,
            JdbcClient jdbc) {
        this.portals = portals;
        this.outbox = outbox;
        this.addresses = addresses;
        this.languages = languages;
        this.portal = portal;
        this.jdbc = jdbc;
    }

    void offered(InvoiceView invoice, PlanId plan, int count) {
        Words words = languages.wordsFor(invoice.patient());
        String clinic = CurrentTenant.get().name();
        EmailContent content = EmailContent.of(
                        words.say(
                                "Instalments for invoice {number} from {clinic}",
                                "number",
                                number(invoice),
                                "clinic",
                                clinic),
                        words.say("You can pay this invoice in instalments"),
                        words.say(
                                "{clinic} offers you to pay it in {count} instalments, from a card saved in the portal. Nothing is charged unless you accept. You will be asked to sign in first.",
                                "clinic",
                                clinic,
                                "count",
                                count))
                .withDetail(words.say("Invoice"), number(invoice))
                .withAction(words.say("See the instalments"), page(invoice));
        address(invoice.patient()).ifPresent(to -> send(to, plan, OFFER, content.in(words)));
    }

    /** Two days before. */
    void notice(InvoiceView invoice, PaymentPlan plan, Instalment instalment, Money amount) {
        to(invoice, plan.account(), (words, address) -> {
            EmailContent content = EmailContent.of(
                            words.say(
                                    "An instalment for {clinic} is charged soon",
                                    "clinic",
                                    CurrentTenant.get().name()),
                            words.say("Your next instalment is charged soon"),
                            words.say(
                                    "You accepted to pay this invoice in instalments. You need not do anything. In the portal you can stop the instalments or pay in another way."))
                    .withDetail(words.say("Invoice"), number(invoice))
                    .withDetail(words.say("Amount"), words.money(amount.minor(), amount.currency()))
                    .withDetail(words.say("Charged on"), words.day(instalment.day()))
                    .withAction(words.say("See the instalments"), page(invoice));
            send(address, plan.id(), NOTICE, content.in(words));
        });
    }

    /** The bank refused it, and it is tried again. */
    void refused(InvoiceView invoice, PaymentPlan plan, Money amount, LocalDate again) {
        to(invoice, plan.account(), (words, address) -> {
            EmailContent content = EmailContent.of(
                            words.say(
                                    "An instalment for {clinic} was not paid",
                                    "clinic",
                                    CurrentTenant.get().name()),
                            words.say("Your instalment could not be charged"),
                            words.say(
                                    "The bank refused the charge, so no money was taken. We try again on {day}. You can also pay it yourself before then.",
                                    "day",
                                    again))
                    .withDetail(words.say("Invoice"), number(invoice))
                    .withDetail(words.say("Not charged"), words.money(amount.minor(), amount.currency()))
                    .withAction(words.say("Pay it yourself"), page(invoice) + "/pay");
            send(address, plan.id(), REFUSED, content.in(words));
        });
    }

    /** Nothing is charged any more until it is accepted anew. */
    void paused(InvoiceView invoice, PaymentPlan plan) {
        to(invoice, plan.account(), (words, address) -> {
            EmailContent content = EmailContent.of(
                            words.say(
                                    "Your instalments for {clinic} are paused",
                                    "clinic",
                                    CurrentTenant.get().name()),
                            words.say("Your instalments are paused"),
                            words.say(
                                    "Nothing is charged any more until you choose in the portal how to go on: with a saved card, or by paying what is left."))
                    .withDetail(words.say("Invoice"), number(invoice))
                    .withDetail(words.say("Still to pay"), words.money(invoice.dueMinor(), invoice.currency()))
                    .withAction(words.say("See the instalments"), page(invoice));
            send(address, plan.id(), PAUSED, content.in(words));
        });
    }

    @FunctionalInterface
    private interface Writing {
        void write(Words words, String address);
    }

    private void to(InvoiceView invoice, @Nullable AccountId payer, Writing writing) {
        Optional<String> theirs =
                payer == null ? Optional.empty() : addresses.of(payer).filter(Message::isEmailAddress);
        if (payer != null && theirs.isPresent()) {
            writing.write(languages.wordsFor(payer), theirs.get());
        } else {
            address(invoice.patient()).ifPresent(to -> writing.write(languages.wordsFor(invoice.patient()), to));
        }
    }

    /** Not where the portal has no instalments any more: nothing is charged then, and each of these leads to their page. */
    private void send(String address, PlanId plan, String what, EmailContent content) {
        if (PlanSections.areOn(portals.current())) {
            outbox.send(Message.email(address, new MessageAbout(ABOUT, plan + ":" + what), content));
        }
    }

    private String page(InvoiceView invoice) {
        return portal.of("/invoices/" + invoice.id());
    }

    private static String number(InvoiceView invoice) {
        return String.valueOf(invoice.number());
    }

    private Optional<String> address(PatientId patient) {
        return jdbc.sql("select email from __tenant__.patient where id = :id and email is not null")
                .param("id", patient.value())
                .query(String.class)
                .optional()
                .filter(Message::isEmailAddress);
    }
}
