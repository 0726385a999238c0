package io.anteroom.demo.inbox;

import gg.jte.Content;
import io.anteroom.demo.templates.StaticTemplates;
import io.anteroom.demo.templates.Templates;
import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.localservices.mailbox.ReceivedMessage;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of the inbox: the list, a message, and a message's HTML for the frame on its page. */
@Controller
@OnHost(Host.INBOX)
class InboxController {

    private static final Templates TEMPLATES = new StaticTemplates();

    /** Someone else's HTML: no script, no form; its links open beside. */
    private static final String SANDBOX = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src http: https: data:; form-action 'none'; frame-ancestors 'self'";

    private final Mailbox mailbox;

    InboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/")
    Content list() {
        return TEMPLATES.inboxList(mailbox.messages());
    }

    @GetMapping("/messages/{id}")
    Content message(@PathVariable String id) {
        return TEMPLATES.inboxMessage(find(id), Links.in(find(id).text()));
    }

    @GetMapping("/messages/{id}/html")
    void html(@PathVariable String id, HttpServletResponse response) throws IOException {
        var html = find(id).html().replaceFirst("(?i)<head[^>]*>", "$0<base target=\"_blank\">");
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setContentType("text/html;charset=utf-8");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private ReceivedMessage find(String id) {
        return mailbox.messages().stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
