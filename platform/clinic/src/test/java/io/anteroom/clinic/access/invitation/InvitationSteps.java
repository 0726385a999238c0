package io.anteroom.clinic.access.invitation;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.invitation.WantedInvitation.Other;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.patient.PatientId;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What staff and invited people do in a test, at the clinic that is bound. */
@Component
class InvitationSteps {

    static final String CORA = "cora@example.org";
    static final Set<String> ALL = Set.of("bookings", "money", "clinical");

    private final Clinic clinic;
    private final Invitations invitations;
    private final InvitationLinks links;
    private final InvitationList list;

    InvitationSteps(Clinic clinic, Invitations invitations, InvitationLinks links, InvitationList list) {
        this.clinic = clinic;
        this.invitations = invitations;
        this.links = links;
        this.list = list;
    }

    void families() {
        clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
    }

    static WantedInvitation toThePatient(String email, String mobile) {
        return new WantedInvitation(true, false, email, mobile, null);
    }

    static WantedInvitation toCora(Other cora) {
        return new WantedInvitation(true, false, CORA, "", cora);
    }

    static Other parent() {
        return new Other("Cora Carer", "parent", "full", ALL, "");
    }

    void send(PatientId patient, WantedInvitation wanted) {
        assertThat(invitations.send(patient, wanted, ROSA)).isInstanceOf(Sending.Sent.class);
    }

    List<Refusal> refusals(PatientId patient, WantedInvitation wanted) {
        return ((Sending.Refused) invitations.send(patient, wanted, ROSA)).reasons();
    }

    List<InvitationState> states(PatientId patient) {
        return list.of(patient).stream().map(SentInvitation::state).toList();
    }

    /** What the link of that invitation carries, which only its mail knows: it is given another. */
    InvitationToken token(long invitation) {
        var token = "token-" + invitation;
        clinic.run("update __tenant__.invitation set token_hash = sha256('" + token + "'::bytea) where id = "
                + invitation);
        return new InvitationToken(token);
    }

    Optional<Asked> begin(InvitationToken token) {
        return links.begin(token, new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.1"), null));
    }

    /** Follows the link of that invitation to the end. */
    Entered accept(long invitation) {
        var browser = Clinic.browser(begin(token(invitation)).orElseThrow());
        clinic.send(123);
        return clinic.enter(browser, 123);
    }
}
