package io.anteroom.clinic.questionnaire.message;

import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import io.anteroom.tenancy.CurrentTenant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is said of a form: an email, or a text message where only a mobile is known. It says that there is one, until when, and where; not
 * what it asks, whose title may say what is treated.
 */
@Component
class FormMail {

    static final String KIND = "form";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private final Outbox outbox;
    private final FormContacts contacts;
    private final PortalAddress portal;
    private final SenderIdentity sender;

    FormMail(Outbox outbox, FormContacts contacts, PortalAddress portal, SenderIdentity sender) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.portal = portal;
        this.sender = sender;
    }

    /** Whether there is an address to send it to. */
    boolean send(FormStep step, Assignment form) {
        Optional<Message> message = contacts.email(form)
                .map(address -> Message.email(address, about(step), mail(step, form)))
                .or(() -> contacts.mobile(form).map(address -> Message.sms(address, about(step), text(step, form))));
        message.ifPresent(outbox::send);
        return message.isPresent();
    }

    private static MessageAbout about(FormStep step) {
        return new MessageAbout(KIND, step.toString());
    }

    private EmailContent mail(FormStep step, Assignment form) {
        String clinic = sender.look().name();
        String link = portal.of("/questionnaires/" + form.reference());
        EmailContent content = switch (step.kind()) {
            case GIVEN ->
                EmailContent.of(
                        "A form to fill in for " + clinic,
                        "A form to fill in",
                        clinic + " asks you to fill in a form. Each answer is saved as you give it, so you can stop"
                                + " and go on later, on any device.");
            case SOON, TOMORROW ->
                EmailContent.of(
                        "A form for " + clinic + " is due soon",
                        "A form is due soon",
                        "You have a form that has not been sent to us yet. What you have answered so far is saved.");
            case LATE ->
                EmailContent.of(
                        "A form for " + clinic + " is overdue",
                        "A form is overdue",
                        "You have a form that should have been with us by now. You can still fill it in.");
        };
        String due = day(form);
        return (due.isEmpty()
                        ? content
                        : content.withDetail(step.kind() == FormStep.Kind.LATE ? "Was due" : "Due", due))
                .withAction("Open the form", link);
    }

    private SmsContent text(FormStep step, Assignment form) {
        String clinic = sender.look().name();
        String link = portal.of("/questionnaires/" + form.reference());
        String due = day(form);
        return SmsContent.of(
                switch (step.kind()) {
                    case GIVEN ->
                        clinic + ": please fill in a form" + (due.isEmpty() ? "" : " by " + due) + ": " + link;
                    case SOON, TOMORROW -> clinic + ": your form is due on " + due + ": " + link;
                    case LATE -> clinic + ": your form was due on " + due + ". You can still fill it in: " + link;
                });
    }

    private static String day(Assignment form) {
        var due = form.dueAt();
        return due == null ? "" : DAY.format(due.atZone(CurrentTenant.get().zone()));
    }
}
