package io.anteroom.clinic.billing.credit;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the patient of a credit note, without its reason, which may say what was treated. */
@Component
class CreditMail {

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final PortalAddress portal;
    private final PublishedPortals portals;
    private final PersonLanguages languages;

    CreditMail(
            Outbox outbox, JdbcClient jdbc, PortalAddress portal, PublishedPortals portals, PersonLanguages languages) {
        this.portals = portals;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.portal = portal;
        this.languages = languages;
    }

    /** A patient without an address gets none; the note is on the invoice. */
    void tell(CreditRows.Locked invoice, long number, Money credited, long dueMinor, long toGiveBackMinor) {
        Words words = languages.wordsFor(invoice.patient());
        Formats formats = Formats.in(words.language());
        String clinic = CurrentTenant.get().name();
        boolean listed = portals.current().offers(Section.INVOICES); // else its address leads nowhere
        String invoiced = Long.toString(invoice.number());
        EmailContent content = EmailContent.of(
                        words.say(
                                "Credit note {number} from {clinic}",
                                "number",
                                Long.toString(number),
                                "clinic",
                                clinic),
                        words.say("{clinic} has credited an invoice", "clinic", clinic),
                        listed
                                ? words.say(
                                        "You owe that much less on it. You will be asked to sign in before you see it.")
                                : words.say("You owe that much less on it."))
                .withDetail(words.say("Invoice"), invoiced)
                .withDetail(words.say("Credited"), formats.money(credited.minor(), credited.currency()));
        if (listed) {
            content = content.withAction(words.say("See the invoice"), portal.of("/invoices/" + invoice.id()));
        }
        if (dueMinor > 0) {
            content = content.withDetail(words.say("Still to pay"), formats.money(dueMinor, invoice.currency()));
        }
        if (toGiveBackMinor > 0) {
            content = content.withDetail(
                    words.say("To be given back to you"), formats.money(toGiveBackMinor, invoice.currency()));
        }
        EmailContent mail = content.in(words);
        jdbc.sql("select email from __tenant__.patient where id = :id and email is not null")
                .param("id", invoice.patient().value())
                .query(String.class)
                .optional()
                .filter(Message::isEmailAddress)
                .ifPresent(address -> outbox.send(
                        Message.email(address, new MessageAbout("credit-note", Long.toString(number)), mail)));
    }
}
