package io.anteroom.clinic.questionnaire.message;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is said of a form: an email, or a text message where only a mobile is known. It says that there is one, until when, and where; not
 * what it asks, whose title may say what is treated.
 */
@Component
class FormMail {

    static final String KIND = "form";

    private final Outbox outbox;
    private final FormContacts contacts;
    private final PortalAddress portal;
    private final SenderIdentity sender;
    private final PersonLanguages languages;

    FormMail(
            Outbox outbox,
            FormContacts contacts,
            PortalAddress portal,
            SenderIdentity sender,
            PersonLanguages languages) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.portal = portal;
        this.sender = sender;
        this.languages = languages;
    }

    /** Whether there is an address to send it to. */
    boolean send(FormStep step, Assignment form) {
        Words words = words(form);
        Optional<Message> message = contacts.email(form)
                .map(address -> Message.email(address, about(step), mail(words, step, form)))
                .or(() -> contacts.mobile(form)
                        .map(address -> Message.sms(address, about(step), text(words, step, form))));
        message.ifPresent(outbox::send);
        return message.isPresent();
    }

    private static MessageAbout about(FormStep step) {
        return new MessageAbout(KIND, step.toString());
    }

    /** In the language of the account it was given to, else of the patient's. */
    private Words words(Assignment form) {
        var account = form.account();
        var patient = form.patient();
        if (account != null) {
            return languages.wordsFor(account);
        }
        return patient == null ? languages.clinics() : languages.wordsFor(patient);
    }

    private EmailContent mail(Words words, FormStep step, Assignment form) {
        String clinic = sender.look().name();
        EmailContent content = switch (step.kind()) {
            case GIVEN ->
                EmailContent.of(
                        words.say("A form to fill in for {clinic}", "clinic", clinic),
                        words.say("A form to fill in"),
                        words.say(
                                "{clinic} asks you to fill in a form. Each answer is saved as you give it, so you can stop and go on later, on any device.",
                                "clinic",
                                clinic));
            case SOON, TOMORROW ->
                EmailContent.of(
                        words.say("A form for {clinic} is due soon", "clinic", clinic),
                        words.say("A form is due soon"),
                        words.say(
                                "You have a form that has not been sent to us yet. What you have answered so far is saved."));
            case LATE ->
                EmailContent.of(
                        words.say("A form for {clinic} is overdue", "clinic", clinic),
                        words.say("A form is overdue"),
                        words.say("You have a form that should have been with us by now. You can still fill it in."));
        };
        var due = form.dueAt();
        var told = due == null
                ? content
                : content.withDetail(
                        step.kind() == FormStep.Kind.LATE ? words.say("Was due") : words.say("Due"),
                        words.weekdayAndDay(day(due)));
        return told.withAction(words.say("Open the form"), link(form)).in(words);
    }

    private SmsContent text(Words words, FormStep step, Assignment form) {
        String clinic = sender.look().name();
        String link = link(form);
        var due = form.dueAt();
        if (due == null) {
            return SmsContent.of(words.say("{clinic}: please fill in a form: {link}", "clinic", clinic, "link", link));
        }
        String day = words.weekdayAndDay(day(due));
        return SmsContent.of(
                switch (step.kind()) {
                    case GIVEN ->
                        words.say(
                                "{clinic}: please fill in a form by {day}: {link}",
                                "clinic",
                                clinic,
                                "day",
                                day,
                                "link",
                                link);
                    case SOON, TOMORROW ->
                        words.say(
                                "{clinic}: your form is due on {day}: {link}",
                                "clinic",
                                clinic,
                                "day",
                                day,
                                "link",
                                link);
                    case LATE ->
                        words.say(
                                "{clinic}: your form was due on {day}. You can still fill it in: {link}",
                                "clinic",
                                clinic,
                                "day",
                                day,
                                "link",
                                link);
                });
    }

    private String link(Assignment form) {
        return portal.of("/questionnaires/" + form.reference());
    }

    private static LocalDate day(Instant due) {
        return LocalDate.ofInstant(due, CurrentTenant.get().zone());
    }
}
