package io.anteroom.messaging;

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
        return text.append("-- \n").append(foot(look)).append('\n').toString();
    }

    /** Who sent it and how to reach a person, one sentence a line. */
    static String foot(Look look) {
        var foot = new StringBuilder("Sent by ").append(look.name());
        if (look.address() != null) {
            foot.append(", ").append(look.address());
        }
        foot.append('.');
        if (look.phone() != null) {
            foot.append("\nQuestions? Call ").append(look.phone());
            foot.append(look.replyTo() == null ? "." : " or answer this email.");
        } else if (look.replyTo() != null) {
            foot.append("\nQuestions? Answer this email.");
        }
        if (look.replyTo() == null) {
            foot.append("\nAnswers to this address are not read.");
        }
        return foot.toString();
    }
}
