package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.byservice.FirstForm;
import io.anteroom.clinic.questionnaire.byservice.FormsFirst;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.Slots;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a service asks before a time is given; with all of it sent, on to the times, or to the one that is held. */
@Controller
@OnHost(Host.PORTAL)
class FirstFormsController {

    private final FormsFirst forms;
    private final Slots slots;
    private final PatientBooking booking;
    private final OpenSection section;
    private final Clock clock;

    FirstFormsController(FormsFirst forms, Slots slots, PatientBooking booking, OpenSection section, Clock clock) {
        this.forms = forms;
        this.slots = slots;
        this.booking = booking;
        this.section = section;
        this.clock = clock;
    }

    static String url(ServiceId service) {
        return "/appointments/new/" + service + "/forms";
    }

    @GetMapping("/appointments/new/{service}/forms")
    Reply show(@PathVariable long service, VisibleChart chart) {
        var page = section.page(say("Before you choose a time"));
        if (BookingRight.of(chart).why() != null) {
            return Reply.redirect("/appointments");
        }
        BookableService wanted = find(service, chart);
        List<FirstForm> asked = forms.of(chart, wanted.id());
        Optional<Appointment> held = booking.held(chart)
                .filter(one -> one.service().equals(wanted.id()) && one.state() == AppointmentState.HELD);
        if (asked.stream().allMatch(FirstForm::done)) {
            return Reply.redirect(held.map(one -> "/appointments/" + one.reference() + "/booking")
                    .orElse("/appointments/new/" + service));
        }
        return Reply.page(new StaticTemplates()
                .schedulingForms(
                        page,
                        wanted.name(),
                        url(wanted.id()),
                        asked,
                        held.map(one -> TimeWords.moment(one.local())).orElse(null),
                        held.map(this::until).orElse(null),
                        chart.several()
                                ? chart.actingFor().map(VisiblePatient::name).orElse(null)
                                : null));
    }

    private @Nullable String until(Appointment held) {
        var until = held.heldUntil();
        return until == null || !until.isAfter(clock.instant())
                ? null
                : TimeWords.time(until.atZone(held.place().zone()));
    }

    @PostMapping("/appointments/new/{service}/forms/{questionnaire}")
    Reply begin(@PathVariable long service, @PathVariable long questionnaire, VisibleChart chart) {
        section.require();
        if (BookingRight.of(chart).why() != null) {
            return Reply.redirect("/appointments");
        }
        return forms.begin(chart, find(service, chart).id(), new QuestionnaireId(questionnaire))
                .map(reference -> Reply.redirect("/questionnaires/" + reference))
                .orElseThrow(NoSuchPageException::new);
    }

    private BookableService find(long service, VisibleChart chart) {
        return slots.online().stream()
                .filter(one -> one.id().value() == service)
                .filter(one -> one.forNewPatients() || !chart.patients().isEmpty())
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
