package io.anteroom.portal.record;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.reading.SharedEntry;
import io.anteroom.clinic.record.reading.SharedPage;
import io.anteroom.clinic.record.reading.SharedRecords;
import io.anteroom.portal.frame.FileAnswer;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.PortalPage;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The clinical record of whoever somebody signed in acts for. */
@Controller
@OnHost(Host.PORTAL)
class RecordsController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final SharedRecords records;
    private final Files files;
    private final PortalPages pages;

    RecordsController(SharedRecords records, Files files, PortalPages pages) {
        this.records = records;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping("/records")
    Content overview(ElevatedChart chart) {
        return records.in(chart)
                .overview()
                .<Content>map(overview -> TEMPLATES.recordOverview(
                        page(say("Clinical records")), overview, chart.chart().several()))
                .orElseGet(this::closed);
    }

    @GetMapping("/records/kinds/{kind}")
    Content list(@PathVariable String kind, @RequestParam(defaultValue = "1") String page, ElevatedChart chart) {
        var wanted = RecordKind.find(kind).orElseThrow(NoSuchPageException::new);
        long number = page.matches("[1-9][0-9]{0,4}") ? Long.parseLong(page) : 1;
        return records.in(chart)
                .page(wanted, number)
                .<Content>map(found -> TEMPLATES.recordList(
                        page(RecordWords.several(wanted)),
                        wanted,
                        found,
                        new Pagination(
                                number,
                                SharedPage.SIZE,
                                found.number(),
                                to -> "/records/kinds/" + wanted.code() + "?page=" + to),
                        chart.chart().several()))
                .orElseGet(this::closed);
    }

    @OfAnyPatient
    @GetMapping("/records/{id:[0-9]{1,18}}")
    Content show(@PathVariable long id, ElevatedChart chart) {
        boolean several = chart.chart().several();
        return switch (records.in(chart).find(new RecordId(id)).orElseThrow(NoSuchPageException::new)) {
            case SharedEntry.Shown(var patient, var entry) ->
                TEMPLATES.recordEntry(page(RecordWords.one(entry.kind())), entry, several ? patient.name() : null);
            case SharedEntry.Withdrawn(var patient, var kind, var withdrawal) ->
                TEMPLATES.recordWithdrawn(
                        page(RecordWords.one(kind)), kind, withdrawal, several ? patient.name() : null);
        };
    }

    /** Saves the file of a document; one that waits for the virus scanner leads back to the document. */
    @OfAnyPatient
    @GetMapping("/records/{id:[0-9]{1,18}}/file")
    Object file(@PathVariable long id, ElevatedChart chart) {
        var visible = records.in(chart);
        if (!(visible.find(new RecordId(id)).orElse(null) instanceof SharedEntry.Shown shown)
                || !(shown.entry().content().body() instanceof RecordBody.SharedFile document)) {
            throw new NoSuchPageException();
        }
        var page = Reply.redirect("/records/" + id);
        return switch (files.open(document.id())) {
            case Opening.Opened(var content) -> {
                visible.saves(shown.entry());
                yield FileAnswer.of(content);
            }
            case Opening.Waiting _ ->
                page.refused(say("This file is being checked for viruses. Try again in a few minutes."));
            case Opening.Infected _, Opening.NotThere _ ->
                page.refused(say("This file can’t be opened. Please tell the clinic."));
        };
    }

    @OfAnyPatient
    @PostMapping("/records/timing")
    Reply choose(@RequestParam boolean waits, ElevatedChart chart) {
        records.in(chart).waitForClinician(waits);
        return Reply.redirect("/records")
                .done(
                        waits
                                ? say("You’ll see new entries once a clinician has gone over them")
                                : say("You’ll see new entries as soon as the clinic’s rules let you"));
    }

    private Content closed() {
        return TEMPLATES.recordClosed(page(say("Clinical records")));
    }

    /** Its title names no entry: it is what browsers remember. */
    private PortalPage page(String title) {
        return pages.page(PortalSection.RECORDS, title);
    }
}
