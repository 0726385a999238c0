package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.export.ExportAsked;
import io.anteroom.clinic.export.ExportId;
import io.anteroom.clinic.export.Exports;
import io.anteroom.clinic.export.PatientExport;
import io.anteroom.language.Words;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A copy of everything: asking for it and fetching it, both behind the fresh check. */
@Controller
@OnHost(Host.PORTAL)
class CopyController {

    private static final String PATH = "/profile/copy";

    private final Exports exports;
    private final ProfileSection section;

    CopyController(Exports exports, ProfileSection section) {
        this.exports = exports;
        this.section = section;
    }

    @GetMapping(PATH)
    Content show(ElevatedChart elevated) {
        section.require();
        var chart = elevated.chart();
        return new StaticTemplates()
                .profileCopy(
                        section.page(say("A copy of everything")),
                        CopyView.of(
                                Exports.mayAsk(chart),
                                exports.last(chart).orElse(null),
                                chart.actingFor().orElse(null)));
    }

    @PostMapping(PATH)
    Reply ask(ElevatedChart elevated) {
        section.require();
        return switch (exports.ask(elevated, Words.current().language())) {
            case ExportAsked.Asked _ ->
                Reply.redirect(PATH).done(say("We are making your copy, and write to you when it is ready"));
            case ExportAsked.OneIsMade _ ->
                Reply.redirect(PATH)
                        .refused(say("Somebody else has asked for a copy just now. Try again in some minutes"));
            case ExportAsked.TooMany _ ->
                Reply.redirect(PATH)
                        .refused(say(
                                "You have asked for a copy several times today. You can ask for a new one tomorrow"));
            case ExportAsked.NotAllowed _ -> throw new NoSuchPageException();
        };
    }

    /** What is fetched is in the log before its first byte. */
    @GetMapping(PATH + "/{copy}/file")
    void fetch(@PathVariable long copy, ElevatedChart elevated, HttpServletResponse response) throws IOException {
        section.require();
        PatientExport found = exports.fetch(elevated, new ExportId(copy)).orElseThrow(NoSuchPageException::new);
        response.setContentType("application/zip");
        response.setContentLengthLong(Objects.requireNonNull(found.ready()).size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("record.zip").build().toString());
        exports.copy(found, response.getOutputStream());
    }
}
