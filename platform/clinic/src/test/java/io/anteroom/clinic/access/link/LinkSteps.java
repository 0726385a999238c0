package io.anteroom.clinic.access.link;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.browser;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.patient.PatientId;
import java.net.InetAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with links in a test, at the clinic that is bound. */
@Component
class LinkSteps {

    static final String ANNA = "anna@example.org";
    static final LocalDate BORN = LocalDate.of(1980, 3, 27);

    private final Clinic clinic;
    private final PatientLinks links;
    private final LinkVisits visits;
    private final Sessions sessions;
    private final SignIns signIns;

    LinkSteps(Clinic clinic, PatientLinks links, LinkVisits visits, Sessions sessions, SignIns signIns) {
        this.clinic = clinic;
        this.links = links;
        this.visits = visits;
        this.sessions = sessions;
        this.signIns = signIns;
    }

    LinkToken make(PatientId patient, LinkKind kind) {
        return links.make(patient, kind, ROSA).orElseThrow();
    }

    Identified identify(LinkToken link, String typed, @Nullable LocalDate born) {
        return visits.identify(link, SignInAddress.read(typed, "GB").orElseThrow(), born);
    }

    BrowserToken ask(LinkToken link, String typed, @Nullable LocalDate born) {
        var identified = identify(link, typed, born);
        assertThat(identified).isInstanceOf(Identified.Fine.class);
        return browser(signIns.ask(
                SignInAddress.read(typed, "GB").orElseThrow(),
                ((Identified.Fine) identified).errand(),
                new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.1"), null)));
    }

    Entered.SignedIn follow(LinkToken link, String typed, @Nullable LocalDate born) {
        var browser = ask(link, typed, born);
        clinic.send(7);
        var entered = clinic.enter(browser, 7);
        assertThat(entered).isInstanceOf(Entered.SignedIn.class);
        return (Entered.SignedIn) entered;
    }

    VisibleChart chart(Entered.SignedIn signedIn) {
        return sessions.chart(signedIn.token()).orElseThrow();
    }

    static SignInAddress email(String value) {
        return SignInAddress.email(value).orElseThrow();
    }
}
