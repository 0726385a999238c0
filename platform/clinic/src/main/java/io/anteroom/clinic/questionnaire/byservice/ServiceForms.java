package io.anteroom.clinic.questionnaire.byservice;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which questionnaires services ask. A change counts for what is booked from then on. */
@Component
@Transactional
public class ServiceForms {

    /** How many a service asks at each moment at most. */
    public static final int MOST = 5;

    private final ServiceFormRows rows;
    private final AuditLog audit;

    ServiceForms(ServiceFormRows rows, AuditLog audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** What became of a change. */
    public enum Changed {
        /** It is so. */
        SAVED,
        /** Somebody else changed it since it was looked at; nothing was changed. */
        MEANWHILE,
        /** There are more than {@link #MOST} at one moment; nothing was changed. */
        TOO_MANY,
        /** There is no such service or questionnaire; nothing was changed. */
        UNKNOWN
    }

    /** What a service asks, in the order of the titles. */
    @Transactional(readOnly = true)
    public List<AskedForm> of(ServiceId service) {
        return rows.of(service);
    }

    /** When they are due, and how long one that was sent counts. */
    @Transactional(readOnly = true)
    public FormTerms terms(ServiceId service) {
        return rows.terms(service);
    }

    /** What stands for these in a form, so that nobody overwrites what they haven't seen. */
    public static String fingerprint(List<AskedForm> asked, FormTerms terms) {
        String all = asked.stream()
                .map(one -> one.questionnaire() + ":" + one.moment().code())
                .sorted()
                .collect(Collectors.joining(","));
        return terms.equals(FormTerms.USUAL) ? all : all + ";" + terms;
    }

    /**
     * Has a service ask these and no others, due and counting as before.
     *
     * @param seen the {@link #fingerprint} of what was looked at
     */
    public Changed change(ServiceId service, String seen, Map<QuestionnaireId, Moment> wanted, Actor by) {
        return change(service, seen, wanted, rows.terms(service), by);
    }

    /**
     * Has a service ask these and no others, by these terms.
     *
     * @param seen the {@link #fingerprint} of what was looked at
     */
    public Changed change(
            ServiceId service, String seen, Map<QuestionnaireId, Moment> wanted, FormTerms terms, Actor by) {
        if (!rows.lock(service) || rows.known(List.copyOf(wanted.keySet())) != wanted.size()) {
            return Changed.UNKNOWN;
        }
        for (Moment moment : Moment.values()) {
            if (wanted.values().stream().filter(moment::equals).count() > MOST) {
                return Changed.TOO_MANY;
            }
        }
        List<AskedForm> before = rows.of(service);
        Map<QuestionnaireId, Moment> stands =
                before.stream().collect(Collectors.toMap(AskedForm::questionnaire, AskedForm::moment));
        FormTerms stood = rows.terms(service);
        if (stands.equals(wanted) && stood.equals(terms)) {
            return Changed.SAVED;
        }
        if (!fingerprint(before, stood).equals(seen)) {
            return Changed.MEANWHILE;
        }
        rows.replace(service, wanted);
        rows.agree(service, terms);
        List<AskedForm> after = rows.of(service);
        audit.record(
                by,
                AuditEntry.of(AuditAction.SERVICE_CHANGED, "service", service)
                        .with(
                                "Asked before booking",
                                words(before, Moment.BEFORE) + " → " + words(after, Moment.BEFORE))
                        .with("Asked after booking", words(before, Moment.AFTER) + " → " + words(after, Moment.AFTER))
                        .with("Due days before", stood.dueDays() + " → " + terms.dueDays())
                        .with("Counts for days", stood.countsDays() + " → " + terms.countsDays()));
        return Changed.SAVED;
    }

    private static String words(List<AskedForm> asked, Moment moment) {
        String titles = asked.stream()
                .filter(one -> one.moment() == moment)
                .map(AskedForm::title)
                .collect(Collectors.joining(", "));
        return titles.isEmpty() ? "nothing" : titles;
    }
}
