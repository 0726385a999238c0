package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.news.AppointmentWords;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Offers as messages, to what the account that waits signs in with: an email, or a text message where only a mobile is known. They
 * say when, with whom and where, and not what for.
 */
@Component
class OfferMessages {

    static final String KIND = "waitlist-offer";

    private final Outbox outbox;
    private final PortalAddress portal;
    private final SenderIdentity sender;
    private final PersonLanguages languages;
    private final JdbcClient jdbc;

    OfferMessages(
            Outbox outbox, PortalAddress portal, SenderIdentity sender, PersonLanguages languages, JdbcClient jdbc) {
        this.outbox = outbox;
        this.portal = portal;
        this.sender = sender;
        this.languages = languages;
        this.jdbc = jdbc;
    }

    void send(OfferedTime offer, AccountId account) {
        message(offer, account).ifPresent(outbox::send);
    }

    private Optional<Message> message(OfferedTime offer, AccountId account) {
        Words words = languages.wordsFor(account);
        return address(account, "email")
                .filter(Message::isEmailAddress)
                .map(address -> Message.email(address, about(offer), mail(words, offer)))
                .or(() -> address(account, "mobile")
                        .filter(Message::isPhoneNumber)
                        .map(address -> Message.sms(address, about(offer), text(words, offer))));
    }

    private Optional<String> address(AccountId account, String channel) {
        return jdbc.sql("""
                        select value from __tenant__.credential
                         where account_id = :account and channel = :channel and verified_at is not null""")
                .param("account", account.value())
                .param("channel", channel)
                .query(String.class)
                .optional();
    }

    private static MessageAbout about(OfferedTime offer) {
        return new MessageAbout(KIND, offer.reference().value());
    }

    private EmailContent mail(Words words, OfferedTime offer) {
        var place = offer.place();
        var mail = EmailContent.of(
                        words.say(
                                "A time has come free at {clinic}",
                                "clinic",
                                sender.look().name()),
                        words.say("A time has come free"),
                        words.say(
                                "You are on the waitlist, and this time is one that you said would suit you. To look at it changes"
                                        + " nothing."),
                        words.say(
                                "Whoever books it first has it: some others are told at the same time, and it can be booked in the"
                                        + " portal as any other time. If somebody is quicker, you keep your place on the"
                                        + " waitlist."))
                .withDetail(words.say("When"), when(words, offer))
                .withDetail(words.say("With"), offer.practitionerName())
                .withDetail(
                        words.say("Where"), place.line().isEmpty() ? place.name() : place.name() + ", " + place.line());
        var deposit = offer.deposit();
        return (deposit == null
                        ? mail
                        : mail.withDetail(
                                words.say("Deposit"),
                                words.say(
                                        "{amount}, by card when you book",
                                        "amount",
                                        deposit.format(
                                                Formats.in(words.language()).locale()))))
                .withAction(words.say("Look at the time"), link(offer))
                .in(words);
    }

    private SmsContent text(Words words, OfferedTime offer) {
        return SmsContent.of(words.say(
                "{clinic}: a time has come free on {when} at {place}. Whoever books it first has it: {url}",
                "clinic",
                sender.look().name(),
                "when",
                when(words, offer),
                "place",
                offer.place().name(),
                "url",
                link(offer)));
    }

    private static String when(Words words, OfferedTime offer) {
        return AppointmentWords.time(words, offer.start(), offer.place().zone());
    }

    private String link(OfferedTime offer) {
        return portal.of("/appointments/offers/" + offer.reference());
    }
}
