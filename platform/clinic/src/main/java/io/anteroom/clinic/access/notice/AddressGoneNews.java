package io.anteroom.clinic.access.notice;

import io.anteroom.clinic.access.credential.VerifiedCredentialGone;
import io.anteroom.language.Words;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the holder of an account that loses an address what ended with it, at the verified addresses that it keeps. */
@Component
class AddressGoneNews {

    private final AccountNotices notices;

    AddressGoneNews(AccountNotices notices) {
        this.notices = notices;
    }

    /** At the end of the transaction of the act and within it: only then is it known which addresses are left. */
    @EventListener
    void gone(VerifiedCredentialGone event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                notices.send(event.account(), AddressGoneNews::notice);
            }
        });
    }

    private static Notice notice(Words words) {
        return new Notice(
                "credential",
                words.say("One of your addresses was removed"),
                List.of(
                        words.say(
                                "The clinic removed or changed an address with which you signed in to the patient portal. So every"
                                        + " browser that was signed in as you has been signed out, and passkeys, recovery"
                                        + " codes and a password that you had have ended."),
                        words.say("You can sign in with a code as before, and make new ones under ‘How you sign in’."),
                        words.say("If you didn’t expect this, please tell the clinic.")),
                words.say(
                        "an address you signed in with was removed, and with it passkeys, recovery codes and a password you had."
                                + " If you didn’t expect it, tell the clinic:"));
    }
}
