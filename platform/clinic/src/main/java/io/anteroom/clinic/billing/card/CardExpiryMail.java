package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.billing.PayerAddress;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.payments.card.CardOwners;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.tenancy.CurrentTenant;
import org.springframework.stereotype.Component;

/** Tells whoever keeps a card that it expires, at the address they sign in with; nobody where the clinic offers no saved cards. */
@Component
class CardExpiryMail implements CardOwners {

    private final PayerAddress addresses;
    private final PersonLanguages languages;
    private final PortalAddress portal;
    private final PublishedPortals portals;
    private final Outbox outbox;

    CardExpiryMail(
            PayerAddress addresses,
            PersonLanguages languages,
            PortalAddress portal,
            PublishedPortals portals,
            Outbox outbox) {
        this.addresses = addresses;
        this.languages = languages;
        this.portal = portal;
        this.portals = portals;
        this.outbox = outbox;
    }

    @Override
    public void expires(PayerRef payer, SavedCard card) {
        if (!portals.current().offers(Section.PAYMENT_METHODS)) {
            return;
        }
        AccountPayer.account(payer)
                .ifPresent(account -> addresses
                        .of(account)
                        .filter(Message::isEmailAddress)
                        .ifPresent(address -> outbox.send(Message.email(
                                address,
                                new MessageAbout("card-expiry", card.id().toString()),
                                content(languages.wordsFor(account), card)))));
    }

    private EmailContent content(Words words, SavedCard card) {
        String clinic = CurrentTenant.get().name();
        return EmailContent.of(
                        words.say("Your card saved with {clinic} expires soon", "clinic", clinic),
                        words.say("A card of yours expires soon"),
                        words.say(
                                "After that it can’t pay any more. If you want to go on paying with a saved card, please add your new card in the portal and remove this one. You will be asked to sign in first."))
                .withDetail(words.say("Card"), CardWords.title(words, card))
                .withDetail(words.say("Good until the end of"), words.month(card.until()))
                .withAction(words.say("See your saved cards"), portal.of("/payment-methods"))
                .in(words);
    }
}
