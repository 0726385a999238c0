package io.anteroom.tenantadmin.questionnaire.giving;

import gg.jte.Content;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.Given;
import io.anteroom.clinic.questionnaire.assignment.Withdrawing;
import io.anteroom.clinic.questionnaire.library.Library;
import io.anteroom.clinic.questionnaire.library.LibraryEntry;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.patient.PatientHeads;
import io.anteroom.tenantadmin.patient.StandingRecord;
import io.anteroom.tenantadmin.questionnaire.QuestionnairePages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab Questionnaires of a patient's record: what the patient was given, and giving one more. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/questionnaires")
class PatientQuestionnairesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Assignments assignments;
    private final Library library;
    private final Patients patients;
    private final PatientHeads heads;
    private final StaffPages pages;
    private final Clock clock;

    PatientQuestionnairesController(
            Assignments assignments,
            Library library,
            Patients patients,
            PatientHeads heads,
            StaffPages pages,
            Clock clock) {
        this.assignments = assignments;
        this.library = library;
        this.patients = patients;
        this.heads = heads;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.SEE_ANSWERS)
    Content list(@PathVariable long id, StaffMember staff) {
        return page(StandingRecord.find(patients, id), new LinkedMultiValueMap<>(), FormErrors.none(), staff);
    }

    @PostMapping
    @Needs(Permission.SEE_ANSWERS)
    Reply give(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        Patient patient = StandingRecord.find(patients, id);
        var typed = new Typed(sent);
        Set<Long> chosen = typed.ids("questionnaire");
        if (chosen.size() != 1) {
            typed.wrong("questionnaire", "Choose a questionnaire");
        }
        LocalDate due = due(typed);
        if (!typed.faults().isEmpty()) {
            FormErrors errors = FormErrors.none();
            for (var fault : typed.faults()) {
                errors = errors.with(fault.field(), fault.message());
            }
            return Reply.invalid(page(patient, sent, errors, staff));
        }
        var questionnaire = new QuestionnaireId(chosen.iterator().next());
        return switch (assignments.assign(patient.id(), questionnaire, due, staff.actor())) {
            case Given.Now _ -> Reply.redirect(url(id)).done("Given. " + patient.fullName() + " is told");
            case Given.Already _ ->
                Reply.invalid(page(
                        patient,
                        sent,
                        FormErrors.of(
                                "questionnaire", "This was given before and isn’t sent yet. Take that back first"),
                        staff));
            case Given.NotActive _ ->
                Reply.invalid(page(
                        patient,
                        sent,
                        FormErrors.of("questionnaire", "This is given to nobody any more. Choose another"),
                        staff));
            case Given.NoPatient _ -> throw new NoSuchPageException();
        };
    }

    private @Nullable LocalDate due(Typed typed) {
        LocalDate due = typed.dayOrNull("due", "Enter a day, or leave it empty");
        if (due != null && due.isBefore(today())) {
            typed.wrong("due", "Enter today or a day to come");
        }
        return due;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    @PostMapping("/{assignment}/withdrawal")
    @Needs(Permission.SEE_ANSWERS)
    Reply withdraw(
            @PathVariable long id, @PathVariable long assignment, @RequestParam long revision, StaffMember staff) {
        Patient patient = StandingRecord.find(patients, id);
        var given = new AssignmentId(assignment);
        boolean theirs = assignments
                .find(given)
                .filter(one -> patient.id().equals(one.patient()))
                .isPresent();
        if (!theirs) {
            throw new NoSuchPageException();
        }
        var back = Reply.redirect(url(id));
        return switch (assignments.withdraw(given, revision, staff.actor())) {
            case Withdrawing.Done() -> back.done("Taken back");
            case Withdrawing.Meanwhile() ->
                back.refused(
                        "The patient has answered something meanwhile. Take it back again if it should go all the same");
            case Withdrawing.NotOpen() -> back.refused("It was sent or taken back meanwhile, so it stays as it is");
        };
    }

    private Content page(Patient patient, MultiValueMap<String, String> typed, FormErrors errors, StaffMember staff) {
        return TEMPLATES.questionnaireGivingOfPatient(
                pages.page(StaffSection.PATIENTS, patient.fullName() + ", questionnaires"),
                heads.of(patient, staff),
                QuestionnairePages.base(),
                url(patient.id().value()),
                assignments.of(patient.id()),
                choices(),
                typed,
                errors,
                clock.instant());
    }

    private List<Option> choices() {
        var options = new ArrayList<Option>();
        options.add(new Option("", "Choose one"));
        library.list().stream()
                .filter(LibraryEntry::givable)
                .forEach(entry -> options.add(new Option(entry.id().toString(), entry.title())));
        return options;
    }

    private static String url(long patient) {
        return "/o/" + CurrentTenant.get().slug() + "/patients/" + patient + "/questionnaires";
    }
}
