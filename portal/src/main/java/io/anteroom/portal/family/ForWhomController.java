package io.anteroom.portal.family;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.Wanted;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person who may see several patients says for whom to act. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class ForWhomController {

    private final Sessions sessions;
    private final PortalPages pages;

    ForWhomController(Sessions sessions, PortalPages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    /** Leads on to {@code to}, a path of this host, once a patient is chosen. */
    @GetMapping("/for")
    Reply ask(VisibleChart chart, @RequestParam(defaultValue = "/") String to) {
        return chart.several()
                ? Reply.page(new StaticTemplates()
                        .familyChoose(
                                pages.withoutMenu(say("Who are you here for?")),
                                PatientChoice.of(chart),
                                onThisHost(to)))
                : Reply.redirect(onThisHost(to));
    }

    @PostMapping("/for")
    Reply choose(VisibleChart chart, @RequestParam long patient, @RequestParam(defaultValue = "/") String to) {
        var id = new PatientId(patient);
        var name = chart.patient(id).map(VisiblePatient::name).orElseThrow(NoSuchPageException::new);
        sessions.actFor(chart, id);
        return Reply.redirect(onThisHost(to)).done(say("You are now here for {patient}", "patient", name));
    }

    private static String onThisHost(String to) {
        return Wanted.mayBe(to) ? to : "/";
    }
}
