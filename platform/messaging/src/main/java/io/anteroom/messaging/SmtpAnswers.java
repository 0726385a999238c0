package io.anteroom.messaging;

import io.anteroom.messaging.Delivery.NoAnswer;
import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads a failed hand-over by its reply code (RFC 5321, 4.2.1): 5yz is for good, everything else may pass. */
final class SmtpAnswers {

    private SmtpAnswers() {}

    static Delivery of(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new TryLater("The mail server does not accept our login");
        }
        Set<Throwable> causes = causes(failure);
        if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance)) {
            return new NoAnswer("The mail server did not answer in time");
        }
        OptionalInt code = code(causes);
        if (code.isEmpty()) {
            return new TryLater("The mail server could not be reached");
        }
        return of(code.getAsInt());
    }

    /** 530, 534, 535 and 538 are about our login, not about the message. */
    static Delivery of(int code) {
        boolean ours = code == 530 || code == 534 || code == 535 || code == 538;
        return code >= 500 && code < 600 && !ours
                ? new Refused("The mail server refused the message (" + code + ")")
                : new TryLater("The mail server answered " + code);
    }

    private static OptionalInt code(Set<Throwable> causes) {
        OptionalInt code = OptionalInt.empty();
        for (Throwable next : causes) {
            // The address's own answer is the most exact one.
            if (next instanceof SMTPAddressFailedException address) {
                return OptionalInt.of(address.getReturnCode());
            }
            code = code.isPresent() ? code : replyCode(next);
        }
        return code;
    }

    /** The failure and all it names, the nearest first. */
    private static Set<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty() && seen.size() < 50) {
            Throwable next = open.poll();
            if (seen.add(next)) {
                addAll(open, next);
            }
        }
        return seen;
    }

    private static OptionalInt replyCode(Throwable failure) {
        return switch (failure) {
            case SMTPSendFailedException send -> OptionalInt.of(send.getReturnCode());
            case SMTPSenderFailedException sender -> OptionalInt.of(sender.getReturnCode());
            default -> OptionalInt.empty();
        };
    }

    private static void addAll(Deque<Throwable> open, Throwable failure) {
        add(open, failure.getCause());
        if (failure instanceof MessagingException mail) {
            add(open, mail.getNextException());
        }
        if (failure instanceof MailSendException send) {
            for (Exception each : send.getMessageExceptions()) {
                add(open, each);
            }
        }
    }

    private static void add(Deque<Throwable> open, @Nullable Throwable failure) {
        if (failure != null) {
            open.add(failure);
        }
    }
}
