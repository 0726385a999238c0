package io.anteroom.clinic.access.notice;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the holder of an account, within the transaction of the act, at each of their verified addresses. A text message
 * counts as a code sent, so that nobody runs up the clinic's costs with it; mails go always.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountNotices {

    private static final String PAGE = "/security";

    private final JdbcClient jdbc;
    private final SignInCaps caps;
    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PersonLanguages languages;
    private final PortalAddress portal;
    private final Clock clock;

    AccountNotices(
            JdbcClient jdbc,
            SignInCaps caps,
            Outbox outbox,
            SenderIdentity sender,
            PersonLanguages languages,
            PortalAddress portal,
            Clock clock) {
        this.jdbc = jdbc;
        this.caps = caps;
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
        this.portal = portal;
        this.clock = clock;
    }

    /** Sends the news to all of the account's verified addresses, as it is said in its holder's language. */
    public void send(AccountId account, Function<Words, Notice> news) {
        var words = languages.wordsFor(account);
        var notice = news.apply(words);
        var about = new MessageAbout(notice.kind(), account.toString());
        var clinic = sender.look().name();
        for (var address : verified(account)) {
            if (address.channel() == CredentialChannel.EMAIL) {
                outbox.send(Message.email(address.value(), about, mail(words, notice, clinic)));
            } else if (caps.mayBeSent(address, clock.instant())) {
                outbox.send(Message.sms(
                        address.value(),
                        about,
                        SmsContent.of(words.say(
                                "{clinic}, patient portal: {news} {url}",
                                "clinic",
                                clinic,
                                "news",
                                notice.text(),
                                "url",
                                portal.of(PAGE)))));
            }
        }
    }

    private EmailContent mail(Words words, Notice notice, String clinic) {
        var paragraphs = notice.paragraphs().toArray(String[]::new);
        return EmailContent.of(
                        words.say("{news} at {clinic}", "news", notice.subject(), "clinic", clinic),
                        notice.subject(),
                        paragraphs)
                .withAction(words.say("See how you sign in"), portal.of(PAGE))
                .in(words);
    }

    private List<SignInAddress> verified(AccountId account) {
        return jdbc.sql("""
                        select channel, value from __tenant__.credential
                         where account_id = :account and verified_at is not null order by channel""")
                .param("account", account.value())
                .query((row, number) ->
                        new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value")))
                .list();
    }
}
