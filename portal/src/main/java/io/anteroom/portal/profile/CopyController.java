package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.export.ExportAsked;
import io.anteroom.clinic.export.ExportId;
import io.anteroom.clinic.export.Exports;
import io.anteroom.language.Words;
import io.anteroom.portal.elevation.ReturnTo;
import io.anteroom.portal.frame.FileAnswer;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A copy of everything: asking for it and fetching it, both behind the fresh check where clinical records are in it. */
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
    Reply show(VisibleChart chart) {
        section.require();
        if (Exports.locked(chart)) {
            return check();
        }
        return Reply.page(new StaticTemplates()
                .profileCopy(
                        section.page(say("A copy of everything")),
                        CopyView.of(
                                Exports.reach(chart).orElse(null),
                                exports.last(chart).orElse(null),
                                chart.actingFor().orElse(null))));
    }

    @PostMapping(PATH)
    Reply ask(VisibleChart chart) {
        section.require();
        return switch (exports.ask(chart, Words.current().language())) {
            case ExportAsked.Asked _ ->
                Reply.redirect(PATH).done(say("We are making your copy, and write to you when it is ready"));
            case ExportAsked.OneIsMade _ ->
                Reply.redirect(PATH)
                        .refused(say("Somebody else has asked for a copy just now. Try again in some minutes"));
            case ExportAsked.TooMany _ ->
                Reply.redirect(PATH)
                        .refused(say(
                                "You have asked for a copy several times today. You can ask for a new one tomorrow"));
            case ExportAsked.Locked _ -> check();
            case ExportAsked.NotAllowed _ -> throw new NoSuchPageException();
        };
    }

    /** What is fetched is in the log before its first byte. Where the check has run out it comes first, and leads back to the page. */
    @GetMapping(PATH + "/{copy}/file")
    Object fetch(@PathVariable long copy, VisibleChart chart) {
        section.require();
        if (Exports.locked(chart)) {
            return check();
        }
        return FileAnswer.of(exports.fetch(chart, new ExportId(copy)).orElseThrow(NoSuchPageException::new));
    }

    private static Reply check() {
        return Reply.redirect(new ReturnTo(PATH).unlockUrl());
    }
}
