package io.anteroom.portal.elevation;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.passkey.PasskeyUnlock;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.passkey.PasskeyAnswers;
import io.anteroom.portal.passkey.PasskeyHost;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A passkey as the check before clinical records. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class PasskeyUnlockController {

    private final PasskeyUnlock unlock;
    private final PasskeyHost host;
    private final UnlockPages pages;

    PasskeyUnlockController(PasskeyUnlock unlock, PasskeyHost host, UnlockPages pages) {
        this.unlock = unlock;
        this.host = host;
        this.pages = pages;
    }

    @PostMapping("/unlock/passkey/options")
    ResponseEntity<String> options(VisibleChart chart) {
        return PasskeyAnswers.options(unlock.begin(chart, host.current()));
    }

    @PostMapping("/unlock/passkey")
    Reply enter(
            VisibleChart chart,
            @RequestParam(defaultValue = "") String response,
            @RequestParam(defaultValue = "") String to) {
        var back = ReturnTo.of(to);
        return unlock.enter(chart, host.current(), response)
                .map(until -> pages.open(back, until))
                .orElseGet(() -> Reply.redirect(back.unlockUrl())
                        .refused(say("That passkey didn’t open your records. Try again, or use a code")));
    }
}
