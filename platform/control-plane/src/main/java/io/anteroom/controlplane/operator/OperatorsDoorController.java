package io.anteroom.controlplane.operator;

import gg.jte.Content;
import io.anteroom.controlplane.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the operators' host, and the last. */
@OnHost(Host.OPERATORS)
@Controller
class OperatorsDoorController {

    @GetMapping("/")
    Reply start() {
        return Reply.redirect("/tenants");
    }

    @GetMapping("/signed-out")
    Content signedOut() {
        return new StaticTemplates().operatorSignedOut();
    }
}
