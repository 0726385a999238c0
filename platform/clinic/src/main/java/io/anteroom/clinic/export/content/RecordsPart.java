package io.anteroom.clinic.export.content;

import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.record.FormerEdition;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.reading.CopiedRecords;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.language.Words;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the clinic shared of the clinical record, as far as who asks may read it; none while the portal offers no records. */
@Component
@Order(4)
class RecordsPart implements ExportPart {

    private static final int PAGE = 50;

    private final CopiedRecords records;
    private final PublishedPortals portals;
    private final InPages pages;

    RecordsPart(CopiedRecords records, PublishedPortals portals, InPages pages) {
        this.records = records;
        this.portals = portals;
        this.pages = pages;
    }

    @Override
    public String name() {
        return "records";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Clinical records");
    }

    @Override
    public boolean in(CopyReach reach) {
        return reach.clinical() && portals.current().offers(Section.CLINICAL_RECORDS);
    }

    private void each(ExportSubject subject, InPages.Use<RecordEntry> use) throws IOException {
        pages.each(
                after -> records.read(subject.patient(), subject.account(), subject.at(), after, PAGE),
                entry -> entry.id().value(),
                use);
    }

    @Override
    public void files(ExportSubject subject, Consumer<FileId> to) throws IOException {
        each(subject, entry -> {
            file(entry.content().body(), to);
            for (var former : formers(subject, entry)) {
                file(former.content().body(), to);
            }
        });
    }

    private static void file(RecordBody body, Consumer<FileId> to) {
        if (body instanceof RecordBody.SharedFile shared) {
            to.accept(new FileId(shared.file()));
        }
    }

    /** What it said before, which asks for nothing where it was never corrected. */
    private List<FormerEdition> formers(ExportSubject subject, RecordEntry entry) {
        return entry.edition() == 1 ? List.of() : pages.read(() -> records.formers(entry, subject.account()));
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) throws IOException {
        each(subject, entry -> new RecordResources(subject, entry, files::find).add(to));
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        each(subject, entry -> {
            entry(subject, entry, files, words, to);
            Instant until = entry.writtenAt();
            for (var former : formers(subject, entry)) {
                var content = former.content();
                to.subheading(words.say(
                        "What it said until {day}", "day", subject.local(until).toLocalDate()));
                to.beginPairs();
                pair(to, words.say("Title"), content.title());
                to.pair(words.say("Date"), words.day(content.datedOn()));
                to.pair(words.say("Written by"), former.writtenBy());
                to.endPairs();
                body(content.body(), Map.of(), files, words, to);
                until = former.writtenAt();
            }
        });
    }

    private static void entry(ExportSubject subject, RecordEntry entry, CopiedFiles files, Words words, HtmlPage to)
            throws IOException {
        to.heading(entry.content().title());
        to.beginPairs();
        to.pair(words.say("What"), kind(words, entry.kind()));
        to.pair(words.say("Date"), words.day(entry.content().datedOn()));
        to.pair(words.say("Written by"), entry.writtenBy());
        var correction = entry.correction();
        if (correction != null) {
            to.pair(
                    words.say(
                            "Corrected on {day}",
                            "day",
                            subject.local(entry.writtenAt()).toLocalDate()),
                    correction);
        }
        to.endPairs();
        body(entry.content().body(), entry.done(), files, words, to);
    }

    private static void body(RecordBody what, Map<Integer, LocalDate> done, CopiedFiles files, Words words, HtmlPage to)
            throws IOException {
        switch (what) {
            case RecordBody.Text body -> to.text(body.text());
            case RecordBody.Plan body -> plan(body, done, words, to);
            case RecordBody.Result body -> result(body, words, to);
            case RecordBody.Medication body -> {
                to.beginPairs();
                pair(to, words.say("Dose"), body.dose());
                pair(to, words.say("How to take it"), body.instructions());
                pair(to, words.say("What for"), body.reason());
                pair(to, words.say("Stopped on"), body.stoppedOn() == null ? null : words.day(body.stoppedOn()));
                to.endPairs();
            }
            case RecordBody.Allergy body -> {
                to.beginPairs();
                pair(to, words.say("What happens"), body.reaction());
                pair(to, words.say("How badly"), body.severity());
                pair(to, words.say("No longer since"), body.stoppedOn() == null ? null : words.day(body.stoppedOn()));
                to.endPairs();
            }
            case RecordBody.SharedFile body -> {
                if (!body.note().isEmpty()) {
                    to.text(body.note());
                }
                file(words, new FileId(body.file()), files, to);
            }
        }
    }

    private static void plan(RecordBody.Plan plan, Map<Integer, LocalDate> all, Words words, HtmlPage to)
            throws IOException {
        if (!plan.summary().isEmpty()) {
            to.text(plan.summary());
        }
        for (var goal : plan.goals()) {
            to.subheading(goal.title());
            to.beginTable(List.of(words.say("Step"), words.say("Done on")));
            for (var step : goal.steps()) {
                var done = all.get(step.number());
                to.row(List.of(step.words(), done == null ? "" : words.day(done)));
            }
            to.endTable();
        }
    }

    private static void result(RecordBody.Result result, Words words, HtmlPage to) throws IOException {
        if (!result.values().isEmpty()) {
            to.beginTable(List.of(words.say("Value"), words.say("Measured"), words.say("Usual"), ""));
            for (var value : result.values()) {
                to.row(List.of(
                        value.name(),
                        (value.value() + " " + value.unit()).strip(),
                        value.range(),
                        flag(words, value.flag())));
            }
            to.endTable();
        }
        if (!result.comment().isEmpty()) {
            to.text(result.comment());
        }
    }

    private static String flag(Words words, RecordBody.Flag flag) {
        return switch (flag) {
            case NONE -> "";
            case NORMAL -> words.say("In the usual range");
            case LOW -> words.say("Low");
            case HIGH -> words.say("High");
            case ABNORMAL -> words.say("Outside the usual range");
        };
    }

    private static String kind(Words words, RecordKind kind) {
        return switch (kind) {
            case PLAN -> words.say("Treatment plan");
            case RESULT -> words.say("Result");
            case LETTER -> words.say("Letter");
            case NOTE -> words.say("Note");
            case MEDICATION -> words.say("Medication");
            case ALLERGY -> words.say("Allergy");
            case DOCUMENT -> words.say("Document");
        };
    }

    /** The way to a file of the copy, or that it isn't in it. */
    static void file(Words words, FileId id, CopiedFiles files, HtmlPage to) throws IOException {
        var file = files.find(id);
        if (file.isPresent()) {
            to.link(CopiedFiles.url(file.get()), file.get().name());
        } else {
            to.sentence(words.say("The file is not in this copy: it is too large for it, or can’t be opened."));
        }
    }

    private static void pair(HtmlPage to, String label, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            to.pair(label, value);
        }
    }
}
