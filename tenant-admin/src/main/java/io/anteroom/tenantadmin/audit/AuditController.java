package io.anteroom.tenantadmin.audit;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditPosition;
import io.anteroom.clinic.audit.AuditTrail;
import io.anteroom.clinic.patient.PatientSearch;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffRegister;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what. */
@Controller
@OnHost(Host.STAFF)
class AuditController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final AuditTrail trail;
    private final PatientSearch patients;
    private final StaffRegister register;
    private final StaffPages pages;

    AuditController(AuditTrail trail, PatientSearch patients, StaffRegister register, StaffPages pages) {
        this.trail = trail;
        this.patients = patients;
        this.register = register;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/settings/audit")
    @Needs(Permission.READ_AUDIT)
    JteModel read(
            @PathVariable String organisation,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String patient,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String after) {
        var query = new AuditQuery(who, what, patient, from, until, after);
        return TEMPLATES.auditLog(
                pages.settings(SettingsSection.AUDIT, "Audit log"),
                "/o/" + organisation,
                query,
                trail.read(query.filter(ids(patient)), AuditPosition.ofCode(after)),
                people(),
                actions());
    }

    /** The patients meant, at most a page of them; nothing where nobody in particular is. */
    private @Nullable List<Long> ids(String typed) {
        return typed.isBlank()
                ? null
                : patients.find(typed, PatientSort.NAME, 1).rows().stream()
                        .map(row -> row.id().value())
                        .toList();
    }

    private List<Option> people() {
        List<Option> options = new ArrayList<>(List.of(
                new Option("", "Anybody"),
                new Option("staff", "Any member of staff"),
                new Option("patients", "Patients, in the portal"),
                new Option("platform", "The platform")));
        register.all().forEach(member -> options.add(new Option(AuditQuery.MEMBER + member.subject(), member.name())));
        return options;
    }

    private static List<Option> actions() {
        return Stream.concat(
                        Stream.of(new Option("", "Anything")),
                        Stream.of(AuditAction.values())
                                .map(action -> new Option(action.code(), capitalised(action.words()))))
                .toList();
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
