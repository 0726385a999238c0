package io.anteroom.clinic.export.content;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.language.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a copy: a page to begin with, one of each feature, their look, all of it once more as a FHIR bundle for other software, and the
 * files that belong to it.
 */
@Component
public class ExportZip {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final List<ExportPart> parts;
    private final PublishedPortals portals;
    private final Files files;

    ExportZip(List<ExportPart> parts, PublishedPortals portals, Files files) {
        this.parts =
                parts.stream().sorted(AnnotationAwareOrderComparator.INSTANCE).toList();
        this.portals = portals;
        this.files = files;
    }

    /** Writes all of it, piece by piece, outside of any transaction. */
    public void write(ExportSubject subject, OutputStream to) throws IOException {
        var held = parts.stream().filter(part -> part.in(subject.reach())).toList();
        var copied = new CopiedFiles(files);
        copied.take(held, subject);
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        begin(zip, "index.html", subject);
        front(subject, held, page(zip));
        for (var part : held) {
            begin(zip, part.name() + ".html", subject);
            var page = page(zip);
            start(page, part.heading(subject), subject);
            part.page(subject, copied, page);
            page.end();
        }
        begin(zip, "style.css", subject);
        zip.write(style().getBytes(StandardCharsets.UTF_8));
        begin(zip, "fhir/bundle.json", subject);
        bundle(subject, held, copied, zip);
        for (var file : copied.all()) {
            begin(zip, CopiedFiles.path(file), subject);
            copied.write(file, zip);
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name, ExportSubject subject) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(subject.at().toEpochMilli());
        zip.putNextEntry(entry);
    }

    private static HtmlPage page(ZipOutputStream zip) {
        Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        return new HtmlPage(writer);
    }

    private void start(HtmlPage page, String title, ExportSubject subject) throws IOException {
        var language = subject.language();
        page.begin(
                language.tag(),
                language.direction(),
                title,
                portals.current().design().name());
    }

    private void front(ExportSubject subject, List<ExportPart> held, HtmlPage page) throws IOException {
        Words words = subject.words();
        start(
                page,
                words.say("Everything about {name}", "name", subject.details().fullName()),
                subject);
        page.sentence(words.say(
                "What {clinic} keeps on {name} in its patient portal, as of {when}.",
                "clinic",
                portals.current().design().name(),
                "name",
                subject.details().fullName(),
                "when",
                subject.local(subject.at())));
        if (subject.reach().level() == AccessLevel.LIMITED) {
            page.sentence(words.say("It holds what was booked, answered and sent by whoever asked for it."));
        }
        for (var part : held) {
            page.link(part.name() + ".html", part.heading(subject));
        }
        page.link("fhir/bundle.json", words.say("For other software: a Bundle of FHIR R4 resources"));
        page.sentence(
                words.say(
                        "Keep this copy where only those can read it who may. The clinic’s own copy in the portal goes after a week."));
        page.end();
    }

    private static void bundle(ExportSubject subject, List<ExportPart> held, CopiedFiles copied, OutputStream to)
            throws IOException {
        try (var json = JSON.createGenerator(to)) {
            bundle(subject.at(), json, resources -> {
                for (var part : held) {
                    part.resources(subject, copied, resources);
                }
            });
        }
    }

    /** Writes what adds resources. */
    @FunctionalInterface
    interface Adding {
        void to(Resources resources) throws IOException;
    }

    /** A Bundle with what is added. */
    static void bundle(Instant at, JsonGenerator json, Adding adding) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Bundle");
        json.writeStringProperty("type", "collection");
        json.writeStringProperty("timestamp", at.toString());
        json.writeArrayPropertyStart("entry");
        adding.to(new Resources(json));
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The clinic's colour on a plain page, which prints well too. */
    private String style() {
        var main = portals.current().design().main().hex();
        return """
                body { font: 17px/1.5 system-ui, sans-serif; margin: 0; color: #1a1a1a; background: #fff; }
                header { border-top: 6px solid %1$s; padding: 1rem; font-weight: 600; }
                main { max-width: 60rem; padding: 0 1rem 3rem; }
                a { color: %1$s; }
                table { border-collapse: collapse; width: 100%%; }
                th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #ccc; }
                dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .3rem 1rem; }
                dt { font-weight: 600; }
                dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
                td, .lines { white-space: pre-line; overflow-wrap: anywhere; }
                """.formatted(main);
    }
}
