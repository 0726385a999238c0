package io.anteroom.messaging;

import io.anteroom.language.Language;
import io.anteroom.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An email as data. It is sent as plain text and as HTML in the sender's look; everything here is text and is escaped.
 *
 * @param subject one line, 1 to 200 characters; line breaks become spaces
 * @param heading the first line inside the mail, 1 to 200 characters
 * @param paragraphs at most 30 of 2,000 characters
 * @param action the one thing to do, shown as a button and, in text, as an address
 * @param details facts shown as a small table between the paragraphs and the button, at most 30
 * @param secret goes where a text says {@code {secret}}, at most 500 characters
 * @param attachment a file beside the text, or nothing
 * @param language what it is written in, by its tag; English where nothing is said
 */
public record EmailContent(
        String subject,
        String heading,
        List<String> paragraphs,
        @Nullable Action action,
        List<Detail> details,
        @Nullable String secret,
        @Nullable Attachment attachment,
        @Nullable String language)
        implements MessageContent {

    /**
     * A small file of text, such as a calendar's entry.
     *
     * @param name as it is saved, letters, digits, dots and hyphens, at most 60
     * @param type its media type with all parameters but the character set, which is UTF-8, at most 100
     * @param text at most 20,000 characters
     */
    public record Attachment(String name, String type, String text) {
        public Attachment {
            Limits.fileName(name);
            Limits.within(type, 100, "type");
            Limits.within(text, 20_000, "text");
        }
    }

    /**
     * What the reader is asked to do.
     *
     * @param label a verb phrase, at most 80 characters
     * @param url an absolute {@code http} or {@code https} address, at most 2,000 characters
     */
    public record Action(String label, String url) {
        public Action {
            Limits.within(label, 80, "label");
            Limits.within(url, 2_000, "url");
            if (!url.startsWith("https://") && !url.startsWith("http://")) {
                throw new IllegalArgumentException("An action needs an http or https address");
            }
        }
    }

    /** A fact with its name, such as "Due" and "3 March 2027"; the label at most 80 characters, the value 500. */
    public record Detail(String label, String value) {
        public Detail {
            Limits.within(label, 80, "label");
            Limits.within(value, 500, "value");
        }
    }

    public EmailContent {
        subject = Limits.oneLine(subject);
        Limits.within(subject, 200, "subject");
        Limits.within(heading, 200, "heading");
        paragraphs = List.copyOf(paragraphs);
        details = List.copyOf(details);
        Limits.atMost(paragraphs, 30, "paragraphs");
        Limits.atMost(details, 30, "details");
        paragraphs.forEach(paragraph -> Limits.within(paragraph, 2_000, "paragraph"));
        Limits.secret(secret);
    }

    /** A mail with a subject, a heading and paragraphs; the rest is added by the {@code with} methods. */
    public static EmailContent of(String subject, String heading, String... paragraphs) {
        return new EmailContent(subject, heading, List.of(paragraphs), null, List.of(), null, null, null);
    }

    /** The same with what it is written in. */
    public EmailContent in(Words words) {
        return new EmailContent(
                subject,
                heading,
                paragraphs,
                action,
                details,
                secret,
                attachment,
                words.language().tag());
    }

    /** How what surrounds it is written. */
    Words words() {
        return Words.in(Optional.ofNullable(language).flatMap(Language::of).orElse(Language.ENGLISH));
    }

    /** The same with a button. */
    public EmailContent withAction(String label, String url) {
        return new EmailContent(
                subject, heading, paragraphs, new Action(label, url), details, secret, attachment, language);
    }

    /** The same with one more fact. */
    public EmailContent withDetail(String label, String value) {
        var more = new ArrayList<>(details);
        more.add(new Detail(label, value));
        return new EmailContent(subject, heading, paragraphs, action, more, secret, attachment, language);
    }

    /** The same with a secret for the places that say {@code {secret}}. */
    public EmailContent withSecret(String secret) {
        return new EmailContent(subject, heading, paragraphs, action, details, secret, attachment, language);
    }

    /** The same with a file. */
    public EmailContent withAttachment(String name, String type, String text) {
        return new EmailContent(
                subject, heading, paragraphs, action, details, secret, new Attachment(name, type, text), language);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public EmailContent withoutSecret() {
        return new EmailContent(subject, heading, paragraphs, action, details, null, attachment, language);
    }

    @Override
    public EmailContent revealing(String secret) {
        UnaryOperator<String> reveal = text -> text.replace(PLACE_OF_SECRET, secret);
        return new EmailContent(
                reveal.apply(subject),
                reveal.apply(heading),
                paragraphs.stream().map(reveal).toList(),
                action == null ? null : new Action(action.label(), reveal.apply(action.url())),
                details.stream()
                        .map(detail -> new Detail(detail.label(), reveal.apply(detail.value())))
                        .toList(),
                null,
                attachment,
                language);
    }

    /** Keeps the secret out of logs and failed assertions. */
    @Override
    public String toString() {
        return "EmailContent[]";
    }
}
