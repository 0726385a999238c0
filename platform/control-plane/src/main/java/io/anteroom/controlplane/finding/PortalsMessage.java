package io.anteroom.controlplane.finding;

import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.SmsContent;
import io.anteroom.tenancy.known.KnownPortals.Found;
import io.anteroom.tenancy.known.KnownPortals.Portal;
import io.anteroom.webkit.host.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The email, or text message, that says where somebody's portals are. */
final class PortalsMessage {

    private static final int LONGEST_TEXT = 600;

    private final Links links;

    PortalsMessage(Links links) {
        this.links = links;
    }

    Message of(UUID search, Found found) {
        var about = new MessageAbout(Searches.KIND, search.toString());
        String to = found.address().value();
        return found.address().channel().equals("email")
                ? Message.email(to, about, email(found.portals()))
                : Message.sms(to, about, SmsContent.of(text(found.portals())));
    }

    private EmailContent email(List<Portal> portals) {
        boolean one = portals.size() == 1;
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("Somebody, we hope you, asked us which patient portals know this email address. "
                + (one ? "It is known to the portal of " + portals.getFirst().name() + "." : "These do:"));
        if (!one) {
            portals.forEach(portal -> paragraphs.add(portal.name() + "\n" + url(portal)));
        }
        paragraphs.add("To sign in, open " + (one ? "it" : "the portal")
                + " and enter this email address. You get a code by email.");
        paragraphs.add(
                "If it wasn’t you, you need do nothing. We told nobody but you whether a clinic knows this address.");
        var content = EmailContent.of(
                one ? "Where your patient portal is" : "Where your patient portals are",
                one ? "Where your patient portal is" : "Where your patient portals are",
                paragraphs.toArray(String[]::new));
        return one ? content.withAction("Open the portal", url(portals.getFirst())) : content;
    }

    /** As many as a text message holds; whoever has more clinics than that finds the others from an email. */
    private String text(List<Portal> portals) {
        String end = "\nYou asked where your patient portal is. If it wasn't you, ignore this.";
        var text = new StringBuilder();
        for (Portal portal : portals) {
            String line = (text.isEmpty() ? "" : "\n") + portal.name() + ": " + url(portal);
            if (text.length() + line.length() + end.length() <= LONGEST_TEXT) {
                text.append(line);
            }
        }
        return text + end;
    }

    private String url(Portal portal) {
        return links.portal(portal.slug(), "/");
    }
}
