package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.GrantEnd;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see a patient's record, for the patient and for those who act for the patient, and ending it. Who has full
 * access knows of everybody's; limited access, and access for paying only, know of their own
 * alone.
 */
@Component
public class WhoHasAccess {

    private final HeldAccesses held;
    private final Authentication authentication;
    private final Grants grants;

    WhoHasAccess(HeldAccesses held, Authentication authentication, Grants grants) {
        this.held = held;
        this.authentication = authentication;
        this.grants = grants;
    }

    /** The access to the record of one of the viewer's patients: the patient's own first, then the longest held. */
    @Transactional(readOnly = true)
    public List<HeldAccess> to(PatientId patient, VisibleChart chart) {
        return chart.patient(patient).map(visible -> to(visible, chart)).orElse(List.of());
    }

    /** Ends somebody else's access to the viewer's own record. Done twice, the second finds it ended. */
    @Transactional
    public EndedAccess end(PatientId patient, GrantId grant, VisibleChart chart) {
        boolean ended =
                to(patient, chart).stream().anyMatch(access -> access.grant().equals(grant) && access.mayEnd())
                        && grants.end(grant, patient, GrantEnd.ENDED_BY_PATIENT, chart.actor());
        return ended ? EndedAccess.ENDED : past(patient, grant, chart);
    }

    /**
     * Gives up the viewer's own access to somebody else's record; false if there is none, and none was given up before.
     */
    @Transactional
    public boolean giveUp(PatientId patient, VisibleChart chart) {
        boolean gaveUp = mineToOther(patient, chart)
                .filter(access -> grants.end(access.grant(), patient, GrantEnd.GIVEN_UP, chart.actor()))
                .isPresent();
        return gaveUp
                || (chart.patient(patient).isEmpty()
                        && held.wasGivenUp(patient, chart.viewer().account()));
    }

    private EndedAccess past(PatientId patient, GrantId grant, VisibleChart chart) {
        return chart.patient(patient)
                .flatMap(visible -> held.past(visible, grant, chart.viewer().account(), rule()))
                .filter(HeldAccess::mayEnd)
                .map(_ -> held.goesOn(grant) ? EndedAccess.CHANGED : EndedAccess.ENDED)
                .orElse(EndedAccess.NOT_THERE);
    }

    private Optional<HeldAccess> mineToOther(PatientId patient, VisibleChart chart) {
        return to(patient, chart).stream()
                .filter(access -> access.mine() && access.relationship() != Relationship.SELF)
                .findFirst();
    }

    private List<HeldAccess> to(VisiblePatient patient, VisibleChart chart) {
        boolean all = patient.level() == AccessLevel.FULL && !patient.isForPayingOnly();
        return held.to(patient, chart.viewer().account(), rule()).stream()
                .filter(access -> all || access.mine())
                .toList();
    }

    private RevocationRule rule() {
        return RevocationRule.of(authentication.settings());
    }
}
