package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.Changing;
import io.anteroom.clinic.scheduling.appointment.Confirmations;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Saying on the appointment's own page that one will come. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class ConfirmationController {

    private final Confirmations confirmations;
    private final OpenSection section;

    ConfirmationController(Confirmations confirmations, OpenSection section) {
        this.confirmations = confirmations;
        this.section = section;
    }

    @PostMapping("/appointments/{reference}/confirmation")
    Reply confirm(@PathVariable String reference, @ModelAttribute TimesForm form, VisibleChart chart) {
        section.require();
        var appointment = Reference.parse(reference).orElseThrow(NoSuchPageException::new);
        var seen = form.chosen().orElse(Instant.EPOCH);
        var page = Reply.redirect("/appointments/" + appointment);
        return switch (confirmations.confirm(chart, appointment, seen)) {
            case Changing.Done _ -> page.done(say("Thank you, we expect you"));
            case Changing.NotThere() -> throw new NoSuchPageException();
            case Changing.NotNow _, Changing.TooLate _, Changing.Taken _ ->
                page.refused(say("The appointment stands otherwise by now. Please read it again."));
        };
    }
}
