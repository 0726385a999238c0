package io.anteroom.clinic.file.upload;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Taking;
import io.anteroom.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in files that people send, whatever for: a few at once, and of an account so many in an hour. Outside any transaction; the
 * caller claims what was taken in the one that writes down what it is for.
 */
@Component
public class Uploads {

    /** How many files an account may have looked at in an hour, whatever comes of them. */
    public static final int TRIES_AN_HOUR = 60;

    private final Files files;
    private final UploadPlaces places;
    private final SignInCaps caps;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Uploads(Files files, UploadPlaces places, SignInCaps caps, PlatformTransactionManager transactions, Clock clock) {
        this.files = files;
        this.places = places;
        this.caps = caps;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * One of a patient, or of who acts for them.
     *
     * @throws IOException if it breaks off
     */
    public Uploading ofAccount(AccountId account, @Nullable String name, InputStream content, Actor by)
            throws IOException {
        return take("account " + account, () -> mayTry(account), name, content, by);
    }

    /**
     * One of the clinic's staff.
     *
     * @throws IOException if it breaks off
     */
    public Uploading ofStaff(@Nullable String name, InputStream content, Actor.Staff by) throws IOException {
        return take("staff " + by.id(), () -> true, name, content, by);
    }

    private Uploading take(String sender, BooleanSupplier may, @Nullable String name, InputStream content, Actor by)
            throws IOException {
        var clinic = CurrentTenant.get().id();
        if (!places.enter(clinic, sender)) {
            return new Uploading.Busy();
        }
        try {
            if (!may.getAsBoolean()) {
                return new Uploading.TooOften();
            }
            return switch (files.take(name, content, by)) {
                case Taking.Refused(var why) -> new Uploading.Refused(why);
                case Taking.Taken(var file) -> new Uploading.Taken(file);
            };
        } finally {
            places.leave(clinic, sender);
        }
    }

    /** Counts a file before it is looked at: one that is refused costs as much as one that is taken. */
    private boolean mayTry(AccountId account) {
        return Objects.requireNonNull(transaction.execute(
                _ -> caps.useUp("document", Long.toString(account.value()), TRIES_AN_HOUR, clock.instant())
                        .isEmpty()));
    }
}
