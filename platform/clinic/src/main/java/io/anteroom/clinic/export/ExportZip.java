package io.anteroom.clinic.export;

import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.language.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a copy: a page to begin with, one of each feature, their look, and all of it once more as a FHIR bundle for other software. */
@Component
class ExportZip {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final List<ExportPart> parts;
    private final PublishedPortals portals;

    ExportZip(List<ExportPart> parts, PublishedPortals portals) {
        this.parts =
                parts.stream().sorted(AnnotationAwareOrderComparator.INSTANCE).toList();
        this.portals = portals;
    }

    void write(ExportSubject subject, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        begin(zip, "index.html", subject);
        front(subject, page(zip));
        for (var part : parts) {
            begin(zip, part.name() + ".html", subject);
            var page = page(zip);
            start(page, part.heading(subject), subject);
            part.page(subject, page);
            page.end();
        }
        begin(zip, "style.css", subject);
        zip.write(style().getBytes(StandardCharsets.UTF_8));
        begin(zip, "fhir/bundle.json", subject);
        bundle(subject, zip);
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
        var language = subject.export().language();
        page.begin(
                language.tag(),
                language.direction(),
                title,
                portals.current().design().name());
    }

    private void front(ExportSubject subject, HtmlPage page) throws IOException {
        Words words = subject.words();
        start(
                page,
                words.say("Everything about {name}", "name", subject.patient().fullName()),
                subject);
        page.sentence(words.say(
                "What {clinic} keeps on {name} in its patient portal, as of {when}.",
                "clinic",
                portals.current().design().name(),
                "name",
                subject.patient().fullName(),
                "when",
                subject.local(subject.at())));
        page.sentence(
                words.say(
                        "Not in this copy: clinical records, answers to questionnaires, and documents. Ask the clinic for them, or read them in its portal."));
        for (var part : parts) {
            page.link(part.name() + ".html", part.heading(subject));
        }
        page.link("fhir/bundle.json", words.say("For other software: a Bundle of FHIR R4 resources"));
        page.sentence(
                words.say(
                        "Keep this copy where only those can read it who may. The clinic’s own copy in the portal goes after a week."));
        page.end();
    }

    private void bundle(ExportSubject subject, OutputStream to) throws IOException {
        try (var json = JSON.createGenerator(to)) {
            json.writeStartObject();
            json.writeStringProperty("resourceType", "Bundle");
            json.writeStringProperty("type", "collection");
            json.writeStringProperty(
                    "timestamp", subject.at().atOffset(ZoneOffset.UTC).toString());
            json.writeArrayPropertyStart("entry");
            var resources = new Resources(json);
            for (var part : parts) {
                part.resources(subject, resources);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
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
                td { white-space: pre-line; overflow-wrap: anywhere; }
                """.formatted(main);
    }
}
