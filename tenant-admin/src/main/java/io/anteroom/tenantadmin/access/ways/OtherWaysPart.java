package io.anteroom.tenantadmin.access.ways;

import gg.jte.Content;
import io.anteroom.clinic.access.passkey.PatientPasskeys;
import io.anteroom.clinic.access.password.PatientPassword;
import io.anteroom.clinic.access.recovery.PatientRecoveryCodes;
import io.anteroom.clinic.access.recovery.RecoverySet;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.AccessPart;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.access.Words;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tab's section of what the patient signs in with besides codes. */
@Component
@Order(50)
class OtherWaysPart implements AccessPart {

    private final PatientPassword password;
    private final PatientPasskeys passkeys;
    private final PatientRecoveryCodes printed;

    OtherWaysPart(PatientPassword password, PatientPasskeys passkeys, PatientRecoveryCodes printed) {
        this.password = password;
        this.passkeys = passkeys;
        this.printed = printed;
    }

    @Override
    public Content of(Patient patient, StaffMember staff) {
        var url = PatientRecord.url(patient.id().value());
        return new StaticTemplates()
                .accessWays(
                        url,
                        password.of(patient.id()).map(OtherWaysPart::words).orElse(null),
                        passkeys.of(patient.id()).stream()
                                .map(passkey -> PasskeyLine.of(url, passkey))
                                .toList(),
                        printed.of(patient.id()).map(OtherWaysPart::words).orElse(null));
    }

    private static String words(PatientPassword.Kept kept) {
        return "set on " + Words.moment(kept.setAt())
                + (kept.twoSteps()
                        ? ", in two steps: a code and the password are asked for together, and neither signs in alone. Nobody here"
                                + " can see it; if it is forgotten, remove it."
                        : ". Nobody here can see it; a forgotten one is replaced after a code.");
    }

    static String words(RecoverySet set) {
        return set.left() + " of " + RecoverySet.CODES + " unused, made on " + Words.moment(set.madeAt());
    }
}
