package io.anteroom.clinic.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import java.net.InetAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people with passkeys do in a test, at the clinic that is bound, on the host of the one in the north. */
@Component
class PasskeySteps {

    static final String ANNA = "anna@example.org";
    static final PortalHost NORTH = new PortalHost("north.anteroom.example", "https://north.anteroom.example");
    static final AskedFrom HERE = new AskedFrom(NORTH.name(), InetAddress.ofLiteral("192.0.2.9"), null);

    private final Clinic clinic;
    private final Passkeys passkeys;
    private final PasskeySignIn signIn;
    private final Sessions sessions;

    PasskeySteps(Clinic clinic, Passkeys passkeys, PasskeySignIn signIn, Sessions sessions) {
        this.clinic = clinic;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    VisibleChart chart(SessionToken session) {
        return sessions.chart(session).orElseThrow();
    }

    ElevatedChart elevated(SessionToken session) {
        clinic.run("update __tenant__.portal_session set elevated_until = expires_at where id = "
                + chart(session).viewer().session());
        return ElevatedChart.of(chart(session)).orElseThrow();
    }

    String options(SessionToken session) {
        return passkeys.begin(elevated(session), NORTH).orElseThrow();
    }

    PasskeyAdded add(SessionToken session, String response, String name) {
        return passkeys.add(elevated(session), NORTH, response, name);
    }

    /** A phone whose key is added as {@code My phone}. */
    Device phone(SessionToken session, String id) {
        var device = new Device(NORTH, id);
        assertThat(add(session, device.creates(options(session)), "My phone")).isEqualTo(new PasskeyAdded.Added());
        return device;
    }

    PasskeyRequest.Ask ask() {
        return (PasskeyRequest.Ask) signIn.begin(HERE, NORTH);
    }

    Optional<Entered.SignedIn> enter(BrowserToken browser, String response) {
        return signIn.enter(browser, NORTH, response, "Safari on iPhone");
    }
}
