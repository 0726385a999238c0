package io.anteroom.portal.scheduling;

import io.anteroom.clinic.scheduling.feed.CalendarFeeds;
import io.anteroom.clinic.scheduling.feed.FeedToken;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a calendar fetches. It signs nobody in, changes nothing, and whoever guesses gets what a page gives that isn't there. */
@Controller
@OnHost(Host.PORTAL)
class FeedFileController {

    private final CalendarFeeds feeds;
    private final CalendarFiles files;
    private final OpenSection section;

    FeedFileController(CalendarFeeds feeds, CalendarFiles files, OpenSection section) {
        this.feeds = feeds;
        this.files = files;
        this.section = section;
    }

    @GetMapping("/calendar/{token}")
    ResponseEntity<byte[]> fetch(@PathVariable String token) {
        section.require();
        return feeds.fetch(new FeedToken(token))
                .map(fetched -> files.answer(fetched.words(), "appointments", fetched.appointments()))
                .orElseThrow(NoSuchPageException::new);
    }
}
