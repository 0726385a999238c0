package io.anteroom.demo.story;

import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.localservices.mailbox.ReceivedMessage;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the product sent, as soon as it has arrived. */
record Post(Mailbox mailbox) {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    /** The newest mail to that address with this in its subject. */
    ReceivedMessage mail(String to, String subject) {
        return await(to, message -> message.subject().contains(subject));
    }

    /** The sign-in code last sent to that address or number. */
    String code(String to) {
        return codeIn(await(to, sent -> CODE.matcher(sent.text()).find()));
    }

    /** Everything that has come so far. */
    Set<String> seen() {
        return mailbox.messages().stream().map(ReceivedMessage::id).collect(Collectors.toSet());
    }

    /** The sign-in code sent to that address or number since {@code seen}. */
    String newCode(String to, Set<String> seen) {
        return codeIn(await(
                to,
                sent -> !seen.contains(sent.id()) && CODE.matcher(sent.text()).find()));
    }

    /** The code last sent to that address to open clinical records. */
    String unlockCode(String to) {
        return codeIn(await(to, sent -> sent.subject().startsWith("Your code to open your records")));
    }

    private static String codeIn(ReceivedMessage message) {
        var code = CODE.matcher(message.text());
        if (!code.find()) {
            throw new AssertionError(message.text());
        }
        return code.group();
    }

    private ReceivedMessage await(String to, Predicate<ReceivedMessage> wanted) {
        try {
            return mailbox.await(to, wanted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
