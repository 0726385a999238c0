package io.anteroom.tenantadmin.access.ways;

import gg.jte.Content;
import io.anteroom.clinic.access.passkey.Passkey;
import io.anteroom.clinic.access.passkey.PasskeyId;
import io.anteroom.clinic.access.passkey.PatientPasskeys;
import io.anteroom.clinic.access.password.PatientPassword;
import io.anteroom.clinic.access.recovery.PatientRecoveryCodes;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Taking a passkey, the password or the printed codes away, at once and after a warning. Twice is once. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access")
class OtherWaysController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private static final String LEFT = " can sign in with a code as before, and is told.";

    private final PatientRecord records;
    private final PatientPassword password;
    private final PatientPasskeys passkeys;
    private final PatientRecoveryCodes printed;
    private final StaffPages pages;

    OtherWaysController(
            PatientRecord records,
            PatientPassword password,
            PatientPasskeys passkeys,
            PatientRecoveryCodes printed,
            StaffPages pages) {
        this.records = records;
        this.password = password;
        this.passkeys = passkeys;
        this.printed = printed;
        this.pages = pages;
    }

    @GetMapping("/passkeys/{key}/removal")
    @Needs(Permission.MANAGE_ACCESS)
    Reply askPasskey(@PathVariable long id, @PathVariable long key) {
        var patient = records.find(id);
        return passkeys.of(patient.id()).stream()
                .filter(one -> one.id().equals(new PasskeyId(key)))
                .findFirst()
                .map(Passkey::name)
                .<Reply>map(name -> Reply.page(confirm(
                        patient,
                        "Remove the passkey ‘" + name + "’?",
                        "It signs nobody in any more, and every browser it signed in is signed out at once.",
                        "/passkeys/" + key + "/removal",
                        "Remove passkey",
                        left(patient))))
                .orElseGet(() -> Reply.redirect(PatientRecord.url(id)).refused("That passkey is there no more"));
    }

    @PostMapping("/passkeys/{key}/removal")
    @Needs(Permission.MANAGE_ACCESS)
    Reply removePasskey(@PathVariable long id, @PathVariable long key, StaffMember staff) {
        var patient = records.find(id);
        passkeys.remove(patient.id(), new PasskeyId(key), staff.actor());
        return Reply.redirect(PatientRecord.url(id)).done("The passkey is removed");
    }

    @GetMapping("/password/removal")
    @Needs(Permission.MANAGE_ACCESS)
    Reply askPassword(@PathVariable long id) {
        var patient = records.find(id);
        return password.of(patient.id())
                .<Reply>map(kept -> Reply.page(confirm(
                        patient,
                        "Remove the password?",
                        kept.twoSteps()
                                ? "It is asked for together with a code. Without it, whoever reads "
                                        + patient.calledName()
                                        + "’s messages signs in with a code alone: be sure that it is "
                                        + patient.calledName() + " who asks. Every browser is signed out at once."
                                : "It signs nobody in any more, and every browser is signed out at once.",
                        "/password/removal",
                        "Remove password",
                        LEFT)))
                .orElseGet(() -> Reply.redirect(PatientRecord.url(id)).refused("The password is removed already"));
    }

    @PostMapping("/password/removal")
    @Needs(Permission.MANAGE_ACCESS)
    Reply removePassword(@PathVariable long id, StaffMember staff) {
        password.remove(records.find(id).id(), staff.actor());
        return Reply.redirect(PatientRecord.url(id)).done("The password is removed");
    }

    @GetMapping("/recovery-codes/removal")
    @Needs(Permission.MANAGE_ACCESS)
    Reply askPrinted(@PathVariable long id) {
        var patient = records.find(id);
        return printed.of(patient.id()).isEmpty()
                ? Reply.redirect(PatientRecord.url(id)).refused("The printed codes have ended already")
                : Reply.page(confirm(
                        patient,
                        "End the printed codes?",
                        "None of them signs anybody in any more, and every browser they signed in is signed out at once.",
                        "/recovery-codes/removal",
                        "End printed codes",
                        left(patient)));
    }

    @PostMapping("/recovery-codes/removal")
    @Needs(Permission.MANAGE_ACCESS)
    Reply removePrinted(@PathVariable long id, StaffMember staff) {
        printed.remove(records.find(id).id(), staff.actor());
        return Reply.redirect(PatientRecord.url(id)).done("The printed codes have ended");
    }

    /** What still lets the patient in, but for a password of two steps. */
    private String left(Patient patient) {
        return password.of(patient.id()).filter(PatientPassword.Kept::twoSteps).isPresent()
                ? " can sign in with a code and the password as before, and is told."
                : LEFT;
    }

    private Content confirm(Patient patient, String question, String loss, String path, String button, String left) {
        var url = PatientRecord.url(patient.id().value());
        return TEMPLATES.accessRemoval(
                pages.page(StaffSection.PATIENTS, button + " of " + patient.fullName()),
                Confirmation.of(question, List.of(loss, patient.calledName() + left), url + path, button, url));
    }
}
