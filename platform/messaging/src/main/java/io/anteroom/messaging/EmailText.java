package io.anteroom.messaging;

import io.anteroom.language.Words;
import io.anteroom.messaging.SenderIdentity.Look;

/** The plain-text half of an email: the same words in the same order as the HTML half. */
final class EmailText {

    private EmailText() {}

    static String of(EmailContent content, Look look) {
        var text = new StringBuilder(content.heading()).append("\n\n");
        content.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        content.details()
                .forEach(detail -> text.append(detail.label())
                        .append(": ")
                        .append(detail.value())
                        .append('\n'));
        if (!content.details().isEmpty()) {
            text.append('\n');
        }
        EmailContent.Action action = content.action();
        if (action != null) {
            text.append(action.label()).append(":\n").append(action.url()).append("\n\n");
        }
        return text.append("-- \n")
                .append(foot(content.words(), look))
                .append('\n')
                .toString();
    }

    /** Who sent it and how to reach a person, one sentence a line. */
    static String foot(Words words, Look look) {
        var foot = new StringBuilder(
                look.address() == null
                        ? words.say("Sent by {sender}.", "sender", look.name())
                        : words.say("Sent by {sender}, {address}.", "sender", look.name(), "address", look.address()));
        if (look.phone() != null) {
            foot.append('\n')
                    .append(
                            look.replyTo() == null
                                    ? words.say("Questions? Call {phone}.", "phone", look.phone())
                                    : words.say(
                                            "Questions? Call {phone} or answer this email.", "phone", look.phone()));
        } else if (look.replyTo() != null) {
            foot.append('\n').append(words.say("Questions? Answer this email."));
        }
        if (look.replyTo() == null) {
            foot.append('\n').append(words.say("Answers to this address are not read."));
        }
        return foot.toString();
    }
}
