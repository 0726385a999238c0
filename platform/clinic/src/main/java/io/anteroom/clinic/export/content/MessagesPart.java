package io.anteroom.clinic.export.content;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.MessageId;
import io.anteroom.messaging.MessageLog;
import io.anteroom.messaging.MessageRecord;
import io.anteroom.messaging.SmsContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mail and text messages that were sent to who asks, about the patient or about how this person signs in: to what the account signs in with
 * and, in the patient's own copy, to the contact details on the record. Codes aren't kept by anybody, and are in none; addresses are taken out,
 * since some open a page to whoever has them.
 */
@Component
@Order(9)
class MessagesPart implements ExportPart {

    private static final int PAGE = 100;

    /** Kinds of messages to an account, which are named by its number. */
    private static final String[] NOTICES = {
        "calendar-feed",
        "credential",
        "passkey",
        "password",
        "recovery-code",
        "registration-joined",
        "registration-refused"
    };

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** Whom a message {@code m} is about, where that is a patient; codes and keys are about nobody. */
    private static final String ABOUT = """
            case m.about_kind
                when 'appointment' then (select a.patient_id from __tenant__.appointment a where a.id = cast(m.about_ref as bigint))
                when 'appointment-reminder' then (select a.patient_id from __tenant__.appointment a
                                                   where a.id = cast(split_part(m.about_ref, ':', 1) as bigint))
                when 'waitlist-offer' then (select e.patient_id from __tenant__.waitlist_offer o
                                              join __tenant__.waitlist_entry e on e.id = o.entry_id where o.reference = m.about_ref)
                when 'form' then (select f.patient_id from __tenant__.questionnaire_assignment f
                                   where f.id = cast(split_part(m.about_ref, '.', 1) as bigint))
                when 'document' then (select d.patient_id from __tenant__.document d where d.id = cast(m.about_ref as bigint))
                when 'profile-change' then (select c.patient_id from __tenant__.profile_change c where c.id = cast(m.about_ref as bigint))
                when 'patient-export' then (select x.patient_id from __tenant__.patient_export x where x.id = cast(m.about_ref as bigint))
                when 'record-access' then cast(split_part(m.about_ref, '-', 2) as bigint)
                when 'record-news' then case when :clinical then
                    (select r.patient_id from __tenant__.record_entry r where r.id = cast(split_part(m.about_ref, '-', 1) as bigint)) end
                when 'invoice' then case when :money then
                    (select i.patient_id from __tenant__.invoice i where i.id = cast(m.about_ref as bigint)) end
                when 'receipt' then case when :money then
                    (select min(i.patient_id) from __tenant__.invoice_payment y join __tenant__.invoice i on i.id = y.invoice_id
                      where y.payment_id = cast(m.about_ref as uuid)) end
            end""";

    private final JdbcClient jdbc;
    private final MessageLog log;
    private final InPages pages;

    MessagesPart(JdbcClient jdbc, MessageLog log, InPages pages) {
        this.jdbc = jdbc;
        this.log = log;
        this.pages = pages;
    }

    /**
     * A message.
     *
     * @param place which one it is, from 1 on
     */
    private record Row(long place, MessageRecord message) {}

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Messages that were sent");
    }

    @Override
    public boolean in(CopyReach reach) {
        return true;
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) throws IOException {
        each(
                subject,
                row -> to.add(
                        ExportSubject.urn("Communication", row.message().id().toString()),
                        resource(subject, row.message())));
    }

    static Map<String, Object> resource(ExportSubject subject, MessageRecord message) {
        var words = subject.words();
        Map<String, Object> communication = Resources.ofType("Communication");
        communication.put("status", "completed");
        communication.put("medium", List.of(Map.of("text", medium(words, message))));
        communication.put("subject", Resources.to(subject.patientUrn()));
        communication.put("sent", message.stateAt().toString());
        communication.put(
                "payload",
                lines(words, message).map(line -> Map.of("contentString", line)).toList());
        return communication;
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        to.sentence(
                words.say("Codes and links are left out of them. Messages with nothing but a code are not listed."));
        each(subject, row -> message(subject, row.message(), words, to));
    }

    private static void message(ExportSubject subject, MessageRecord message, Words words, HtmlPage to)
            throws IOException {
        to.heading(
                message.content() instanceof EmailContent mail
                        ? withoutLinks(words, mail.subject())
                        : words.say("Text message"));
        to.beginPairs();
        to.pair(words.say("Sent on"), words.dayAndTime(subject.local(message.stateAt())));
        to.pair(words.say("Sent to"), message.recipient());
        to.endPairs();
        for (var line : lines(words, message).toList()) {
            to.text(line);
        }
    }

    private static String medium(Words words, MessageRecord message) {
        return switch (message.channel()) {
            case EMAIL -> words.say("By email");
            case SMS -> words.say("By text message");
        };
    }

    /** What it said, without the button of a mail. */
    private static Stream<String> lines(Words words, MessageRecord message) {
        return switch (message.content()) {
            case EmailContent mail ->
                Stream.of(
                                Stream.of(mail.heading()),
                                mail.paragraphs().stream(),
                                mail.details().stream().map(detail -> detail.label() + ": " + detail.value()))
                        .flatMap(lines -> lines)
                        .map(line -> withoutLinks(words, line));
            case SmsContent text -> Stream.of(withoutLinks(words, text.text()));
        };
    }

    private static String withoutLinks(Words words, String text) {
        return LINK.matcher(text).replaceAll("[" + words.say("Link") + "]");
    }

    private void each(ExportSubject subject, InPages.Use<Row> use) throws IOException {
        pages.each(after -> read(subject, after), Row::place, use);
    }

    /** The order is by time, so what is sent meanwhile moves nothing: it comes after the end. */
    private List<Row> read(ExportSubject subject, long after) {
        var found = log.all(ids(subject, after)).stream()
                .sorted(Comparator.comparing(MessageRecord::createdAt)
                        .thenComparing(one -> one.id().toString()))
                .toList();
        return IntStream.range(0, found.size())
                .mapToObj(at -> new Row(after + at + 1, found.get(at)))
                .toList();
    }

    private List<MessageId> ids(ExportSubject subject, long after) {
        var reach = subject.reach();
        return jdbc.sql("""
                        with addressed as (
                            select c.value, c.added_at as since from __tenant__.credential c
                             where c.account_id = :account and c.verified_at is not null
                            union all select k.value, timestamptz '-infinity' from unnest(cast(:contacts as text[])) k(value))
                        select m.id, m.created_at from __tenant__.message m
                         where m.recipient = any(array(select a.value from addressed a)) and m.state = 'sent' and m.state_at <= :now
                           and (exists (select from addressed a where a.value = m.recipient and a.since <= m.created_at)
                                and""" + " " + ABOUT + " = any(" + AccessPart.RECORDS + """
                                )
                                or :own and m.about_kind = any(cast(:notices as text[])) and m.about_ref = :name
                                   and m.recipient = any(array(select c.value from __tenant__.credential c where c.account_id = :account)))
                         order by m.created_at, cast(m.id as text) collate "C" limit :most offset :after""")
                .param("account", subject.account().value())
                .param("name", subject.account().toString())
                .param("patient", subject.number())
                .param("contacts", contacts(subject).toArray(String[]::new))
                .param("now", sql(subject.at()))
                .param("clinical", reach.clinical())
                .param("money", reach.all(AccessScope.MONEY))
                .param("own", reach.own())
                .param("notices", NOTICES)
                .param("after", after)
                .param("most", PAGE)
                .query((row, _) -> new MessageId(row.getObject("id", UUID.class)))
                .list();
    }

    private static List<String> contacts(ExportSubject subject) {
        var contacts = new ArrayList<String>();
        if (subject.reach().contacts()) {
            var details = subject.details();
            if (details.email() != null) {
                contacts.add(details.email().value());
            }
            if (details.mobile() != null) {
                contacts.add(details.mobile().value());
            }
        }
        return contacts;
    }
}
