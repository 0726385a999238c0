package io.anteroom.controlplane.signup;

import io.anteroom.tenancy.data.NoticeListener;
import io.anteroom.tenancy.work.PlatformWorkHandler;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes, once a day, what strangers typed in and never confirmed. The privacy page promises it. */
class ForgetSignUps implements PlatformWorkHandler, NoticeListener {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetSignUps.class);

    private static final String KIND = "forget-sign-ups";
    private static final String REF = "daily";
    private static final Duration KEPT = Duration.ofDays(7);

    private final SignUpStore store;
    private final PlatformWorkQueue work;
    private final TransactionOperations control;
    private final Clock clock;

    ForgetSignUps(SignUpStore store, PlatformWorkQueue work, TransactionOperations control, Clock clock) {
        this.store = store;
        this.work = work;
        this.control = control;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Sees to it that it is on the list; whenever the database answers, which a starting process does not wait for. */
    @Override
    public void missed() {
        control.executeWithoutResult(transaction -> work.add(KIND, REF));
    }

    @Override
    public String channel() {
        return "work";
    }

    @Override
    public void heard(String line) {}

    @Override
    public void handle(String ref) {
        Instant now = clock.instant();
        control.executeWithoutResult(transaction -> {
            int forgotten = store.forgetLapsed(now.minus(KEPT));
            LOG.info("Forgot {} sign-ups that were never confirmed", forgotten);
            work.add(KIND, REF, now.plus(Duration.ofDays(1)));
        });
    }
}
