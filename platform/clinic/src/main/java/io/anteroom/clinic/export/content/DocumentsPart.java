package io.anteroom.clinic.export.content;

import static io.anteroom.clinic.access.SqlTimes.instant;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.document.Document;
import io.anteroom.clinic.document.DocumentState;
import io.anteroom.clinic.file.FileId;
import io.anteroom.language.Words;
import io.anteroom.tenancy.EnumCode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Documents that were sent to the clinic about the patient. As on the page of them, what is in one, its name and what was said of it are
 * there for who sent it alone; of what others sent, full access tells that they did.
 */
@Component
@Order(6)
class DocumentsPart implements ExportPart {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final InPages pages;

    DocumentsPart(JdbcClient jdbc, InPages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    private record Row(
            long id,
            boolean mine,
            String sentBy,
            Instant sentAt,
            @Nullable FileId file,
            String name,
            String note,
            DocumentState state,
            @Nullable String message) {}

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Documents sent to the clinic");
    }

    @Override
    public boolean in(CopyReach reach) {
        return reach.scopes().contains(AccessScope.BOOKINGS);
    }

    @Override
    public void files(ExportSubject subject, Consumer<FileId> to) throws IOException {
        each(subject, row -> {
            if (row.file() != null) {
                to.accept(row.file());
            }
        });
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) throws IOException {
        each(subject, row -> {
            var file = row.file() == null ? null : files.find(row.file()).orElse(null);
            if (file != null) {
                Map<String, Object> resource = Resources.ofType("DocumentReference");
                resource.put("status", "current");
                resource.put("subject", Resources.to(subject.patientUrn()));
                resource.put("date", row.sentAt().toString());
                resource.put("author", List.of(Map.of("display", row.sentBy())));
                if (!row.note().isEmpty()) {
                    resource.put("description", row.note());
                }
                resource.put("content", List.of(Map.of("attachment", DocumentResources.attachment(file, row.name()))));
                to.add(ExportSubject.urn("DocumentReference", row.id()), resource);
            }
        });
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        each(subject, row -> {
            to.heading(row.mine() ? row.name() : words.say("A document that somebody else sent"));
            to.beginPairs();
            to.pair(words.say("Sent on"), words.dayAndTime(subject.local(row.sentAt())));
            to.pair(words.say("Sent by"), row.sentBy());
            if (!row.note().isEmpty()) {
                to.pair(words.say("Your note"), row.note());
            }
            to.pair(words.say("State"), state(words, row.state()));
            if (row.message() != null) {
                to.pair(words.say("What the clinic wrote"), message(words, row.message()));
            }
            to.endPairs();
            if (row.file() != null) {
                RecordsPart.file(words, row.file(), files, to);
            }
        });
    }

    private static String message(Words words, String message) {
        return Document.saidByScanner(message)
                ? words.say(
                        "Our virus scanner refuses this file. Please check the device it came from, and send a picture of the document instead.")
                : message;
    }

    private static String state(Words words, DocumentState state) {
        return switch (state) {
            case WAITING -> words.say("Waiting for the clinic");
            case FILED -> words.say("Filed by the clinic");
            case REFUSED -> words.say("Not accepted");
            case TAKEN_BACK -> words.say("Taken back");
        };
    }

    private void each(ExportSubject subject, InPages.Use<Row> use) throws IOException {
        pages.each(after -> read(subject, after), Row::id, use);
    }

    /** What others wrote isn't even read. */
    private List<Row> read(ExportSubject subject, long after) {
        return jdbc.sql("""
                        select d.id, d.account_id = :account as mine, d.sent_by, d.sent_at, d.state,
                               case when d.account_id = :account then d.file_id end as file_id,
                               case when d.account_id = :account then d.name else '' end as name,
                               case when d.account_id = :account then d.note else '' end as note,
                               case when d.account_id = :account then d.message end as message
                          from __tenant__.document d
                         where d.patient_id = :patient and (:all or d.account_id = :account) and d.state <> 'taken-back'
                           and d.id > :after order by d.id limit :most""")
                .param("patient", subject.number())
                .param("account", subject.account().value())
                .param("all", subject.reach().all(AccessScope.BOOKINGS))
                .param("after", after)
                .param("most", PAGE)
                .query((row, _) -> {
                    Long file = row.getObject("file_id", Long.class);
                    return new Row(
                            row.getLong("id"),
                            row.getBoolean("mine"),
                            row.getString("sent_by"),
                            instant(row, "sent_at"),
                            file == null ? null : new FileId(file),
                            row.getString("name"),
                            row.getString("note"),
                            EnumCode.read(DocumentState.class, row.getString("state")),
                            row.getString("message"));
                })
                .list();
    }
}
