package io.anteroom.tenantadmin.questionnaire.giving;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.bulk.Begun;
import io.anteroom.clinic.questionnaire.bulk.Run;
import io.anteroom.clinic.questionnaire.bulk.Runs;
import io.anteroom.clinic.questionnaire.bulk.Wanted;
import io.anteroom.clinic.questionnaire.library.Library;
import io.anteroom.clinic.questionnaire.library.LibraryEntry;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving a questionnaire to many: whom, how many they are, and how far the worker is. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires/{id}/giving")
class RunController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int NOT_COUNTED = -1;

    private final Runs runs;
    private final Library library;
    private final Services services;
    private final QuestionnairePages pages;
    private final Clock clock;

    RunController(Runs runs, Library library, Services services, QuestionnairePages pages, Clock clock) {
        this.runs = runs;
        this.library = library;
        this.services = services;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content show(@PathVariable long id) {
        var usual = new LinkedMultiValueMap<String, String>();
        usual.add("withAccess", "true");
        return page(find(id), usual, FormErrors.none(), NOT_COUNTED);
    }

    /** Counts whom it would be given to; sent back with that number, gives it. */
    @PostMapping
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply give(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        LibraryEntry entry = find(id);
        var typed = new Typed(sent);
        Wanted wanted = wanted(typed);
        LocalDate due = due(typed);
        if (!typed.faults().isEmpty()) {
            FormErrors errors = FormErrors.none();
            for (var fault : typed.faults()) {
                errors = errors.with(fault.field(), fault.message());
            }
            return Reply.invalid(page(entry, sent, errors, NOT_COUNTED));
        }
        String seen = typed.raw("patients");
        if (!seen.matches("[0-9]{1,6}")) {
            return Reply.page(page(entry, sent, FormErrors.none(), runs.count(wanted)));
        }
        return switch (runs.begin(entry.id(), wanted, due, Integer.parseInt(seen), staff.actor())) {
            case Begun.Running _ -> Reply.redirect(url(entry.id())).done("Begun. You can leave this page; it goes on");
            case Begun.Nobody _ -> Reply.invalid(page(entry, sent, FormErrors.none(), 0));
            case Begun.TooMany _ -> Reply.invalid(page(entry, sent, FormErrors.none(), Runs.MOST + 1));
            case Begun.Otherwise(int patients) ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        page(
                                entry,
                                sent,
                                FormErrors.ofForm("They are not as many as a moment ago. Look at the number again"),
                                patients));
            case Begun.NotNow _ ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        page(
                                entry,
                                sent,
                                FormErrors.ofForm("It is being given already, or was retired. Nothing was begun"),
                                NOT_COUNTED));
        };
    }

    private static Wanted wanted(Typed typed) {
        Integer minAge =
                typed.raw("minAge").isBlank() ? null : Integer.valueOf(typed.number("minAge", 0, 150, "years"));
        Integer maxAge =
                typed.raw("maxAge").isBlank() ? null : Integer.valueOf(typed.number("maxAge", 0, 150, "years"));
        if (minAge != null && maxAge != null && maxAge < minAge) {
            typed.wrong("maxAge", "Enter at least as many years as the youngest");
        }
        Set<Long> chosen = typed.ids("service");
        return new Wanted(
                minAge,
                maxAge,
                chosen.isEmpty() ? null : new ServiceId(chosen.iterator().next()),
                typed.ticked("withAccess"));
    }

    private @Nullable LocalDate due(Typed typed) {
        LocalDate due = typed.dayOrNull("due", "Enter a day, or leave it empty");
        if (due != null
                && due.isBefore(
                        LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone()))) {
            typed.wrong("due", "Enter today or a day to come");
        }
        return due;
    }

    private Content page(LibraryEntry entry, MultiValueMap<String, String> typed, FormErrors errors, int patients) {
        List<Run> earlier = runs.of(entry.id());
        return TEMPLATES.questionnaireGivingMany(
                pages.page("Give " + entry.title() + " to many"),
                url(entry.id()),
                entry,
                typed,
                errors,
                patients,
                earlier,
                choices());
    }

    private List<Option> choices() {
        var options = new ArrayList<Option>();
        options.add(new Option("", "Whatever they booked, or nothing"));
        services.all().forEach(service -> options.add(new Option(service.id().toString(), service.name())));
        return options;
    }

    private LibraryEntry find(long id) {
        return library.find(new QuestionnaireId(id))
                .filter(entry -> entry.latest() != null)
                .orElseThrow(NoSuchPageException::new);
    }

    private static String url(QuestionnaireId id) {
        return QuestionnairePages.url(id) + "/giving";
    }
}
