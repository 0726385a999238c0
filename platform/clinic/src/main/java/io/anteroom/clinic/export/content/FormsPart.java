package io.anteroom.clinic.export.content;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.questionnaire.answer.NamedFiles;
import io.anteroom.clinic.questionnaire.answer.SavedAnswers;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.PublishedVersion;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questionnaires the patient was given, or those that who asks was given, with what was answered. */
@Component
@Order(5)
class FormsPart implements ExportPart {

    private static final int PAGE = 10;

    /** By what an answer names a file, before its number. */
    static final String FILE = "urn:anteroom:file:";

    private static final Pattern NAMED = Pattern.compile(FILE + "([0-9]{1,18})");

    private final JdbcClient jdbc;
    private final PublishedVersions versions;
    private final SavedAnswers saved;
    private final InPages pages;

    FormsPart(JdbcClient jdbc, PublishedVersions versions, SavedAnswers saved, InPages pages) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.saved = saved;
        this.pages = pages;
    }

    private record Row(
            AssignmentId id,
            VersionId version,
            Instant given,
            @Nullable Instant completed) {}

    /** A form, with what was answered of it. */
    record Form(
            AssignmentId id,
            PublishedVersion version,
            Instant given,
            @Nullable Instant completed,
            FilledForm filled) {}

    @Override
    public String name() {
        return "forms";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Forms and answers");
    }

    @Override
    public boolean in(CopyReach reach) {
        return reach.scopes().contains(AccessScope.BOOKINGS);
    }

    @Override
    public void files(ExportSubject subject, Consumer<FileId> to) throws IOException {
        each(
                subject,
                form -> form.filled().all().stream()
                        .filter(Entry::answered)
                        .flatMap(entry -> entry.answers().stream())
                        .flatMap(value -> file(value).stream())
                        .forEach(to));
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) throws IOException {
        var asked = new HashSet<VersionId>();
        each(subject, form -> {
            var document =
                    pages.read(() -> versions.document(form.version().id()).orElseThrow());
            new FormResources(subject, form, document, files::find)
                    .add(to, asked.add(form.version().id()));
        });
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        each(subject, form -> {
            to.heading(form.version().questionnaire().title());
            to.beginPairs();
            to.pair(words.say("Given on"), words.day(subject.local(form.given()).toLocalDate()));
            to.pair(
                    words.say("Handed in"),
                    form.completed() == null
                            ? words.say("Not yet")
                            : words.dayAndTime(subject.local(form.completed())));
            to.endPairs();
            answers(subject, form.filled().entries(), files, to);
        });
    }

    private static void answers(ExportSubject subject, List<Entry> entries, CopiedFiles files, HtmlPage to)
            throws IOException {
        for (var entry : entries) {
            if (!entry.asked()) {
                continue;
            }
            if (entry.item() instanceof Item.Group group && !group.text().isBlank()) {
                to.subheading(group.occurs().repeats() ? group.text() + " (" + entry.number() + ")" : group.text());
            }
            if (entry.item() instanceof Item.Question question) {
                answer(subject, question, entry.answers(), files, to);
            }
            answers(subject, entry.children(), files, to);
        }
    }

    private static void answer(
            ExportSubject subject, Item.Question question, List<Value> values, CopiedFiles files, HtmlPage to)
            throws IOException {
        to.beginPairs();
        to.pair(question.text(), values.isEmpty() ? "–" : AnswerText.of(subject, values));
        to.endPairs();
        for (var value : values) {
            var file = file(value);
            if (file.isPresent()) {
                RecordsPart.file(subject.words(), file.get(), files, to);
            }
        }
    }

    /** The file that is the answer, if one is. */
    static Optional<FileId> file(Value value) {
        return NamedFiles.of(value);
    }

    /** The file of that address, if it is one of ours. */
    static Optional<FileId> file(String address) {
        var ours = NAMED.matcher(address);
        return ours.matches() ? Optional.of(new FileId(Long.parseLong(ours.group(1)))) : Optional.empty();
    }

    private void each(ExportSubject subject, InPages.Use<Form> use) throws IOException {
        pages.each(after -> read(subject, after), form -> form.id().value(), use);
    }

    private List<Form> read(ExportSubject subject, long after) {
        return rows(subject, after).stream().map(this::form).toList();
    }

    private Form form(Row row) {
        var version = versions.find(row.version()).orElseThrow();
        Map<ItemPath, List<Value>> said = new HashMap<>();
        saved.of(row.id()).forEach((path, answer) -> said.put(path, answer.values()));
        return new Form(row.id(), version, row.given(), row.completed(), FilledForm.of(version.questionnaire(), said));
    }

    private List<Row> rows(ExportSubject subject, long after) {
        return jdbc.sql("""
                        select a.id, a.version_id, a.assigned_at, a.completed_at
                          from __tenant__.questionnaire_assignment a
                         where a.patient_id = :patient and (:all or a.account_id = :account) and a.state <> 'withdrawn'
                           and a.id > :after order by a.id limit :most""")
                .param("patient", subject.number())
                .param("all", subject.reach().all(AccessScope.BOOKINGS))
                .param("account", subject.account().value())
                .param("after", after)
                .param("most", PAGE)
                .query((row, _) -> new Row(
                        new AssignmentId(row.getLong("id")),
                        new VersionId(row.getLong("version_id")),
                        instant(row, "assigned_at"),
                        instantOrNull(row, "completed_at")))
                .list();
    }
}
