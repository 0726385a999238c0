package io.anteroom.localservices.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** The readable parts of an email: the first plain text and the first HTML, however deeply nested. */
record MimeText(String text, String html) {

    static MimeText of(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return new MimeText(part.getContent().toString(), "");
        }
        if (part.isMimeType("text/html")) {
            return new MimeText("", part.getContent().toString());
        }
        var found = new MimeText("", "");
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                found = found.or(of(parts.getBodyPart(i)));
            }
        }
        return found;
    }

    private MimeText or(MimeText other) {
        return new MimeText(text.isEmpty() ? other.text : text, html.isEmpty() ? other.html : html);
    }
}
