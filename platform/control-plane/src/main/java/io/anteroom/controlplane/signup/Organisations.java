package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.organisation.SlugReservations;
import io.anteroom.controlplane.provisioning.Progress;
import io.anteroom.controlplane.provisioning.Provisioning;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way in for programs that know whom they sign up, as the local demo: no form, no confirmation mail, and from there on
 * the same steps as for everybody. The worker must be running for anything to happen.
 */
public class Organisations {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SlugReservations slugs;
    private final Provisioning provisioning;
    private final TransactionOperations control;
    private final Clock clock;

    Organisations(SlugReservations slugs, Provisioning provisioning, TransactionOperations control, Clock clock) {
        this.slugs = slugs;
        this.provisioning = provisioning;
        this.control = control;
        this.clock = clock;
    }

    /**
     * Starts the making of a tenant as if its owner had just confirmed the email address. Once for each {@code id}: asked
     * again it changes nothing.
     *
     * @param id the caller's name for it, by which it finds it again after a crash
     * @return whether it is under way or done; not if the slug is somebody else's
     */
    public boolean signUpConfirmed(SignUpId id, NewOrganisation organisation) {
        return Boolean.TRUE.equals(control.execute(transaction -> {
            boolean kept = slugs.keep(organisation.slug(), id, clock.instant());
            if (kept) {
                provisioning.start(id, organisation);
            }
            return kept;
        }));
    }

    /** How far it is. */
    public Optional<Progress> progress(SignUpId id) {
        return provisioning.progress(id);
    }

    /**
     * Waits until it is done or has failed, or {@code most} has passed, and says how far it is then.
     *
     * @throws java.util.NoSuchElementException if there is no such sign-up
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Progress await(SignUpId id, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        Progress progress = provisioning.progress(id).orElseThrow();
        while (progress.state() == Progress.State.RUNNING && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            progress = provisioning.progress(id).orElseThrow();
        }
        return progress;
    }
}
