package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand times a second somebody tries to sign in at one clinic, if this machine can send as much. */
@Timeout(120)
class FloodedSignInTest {

    private static final int SENDERS = 50;
    private static final Duration PACE = Duration.ofSeconds(1).dividedBy(1_000 / SENDERS);
    private static final RunningDemo DEMO = RunningDemo.shared();

    private final AtomicBoolean over = new AtomicBoolean();

    /** The answers of one sender. */
    private record Answers(int asked, int refused, int broken) {}

    @BeforeEach
    @AfterEach
    void nobodyHasAskedForACodeLately() {
        DEMO.forgetSentCodes();
        for (String clinic : new String[] {"harbour", "sakura"}) {
            Sql.run("delete from " + DEMO.tenant(clinic).id().schema() + ".sign_in_cap");
        }
    }

    @Test
    void patientsOfAnotherClinicSignInMeanwhile() throws Exception {
        List<Callable<Answers>> strangers =
                IntStream.range(0, SENDERS).mapToObj(this::stranger).toList();
        long began = System.nanoTime();
        List<Future<Answers>> flood = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                strangers.forEach(stranger -> flood.add(senders.submit(stranger)));
                for (String patient : new String[] {"anna", "haruto", "yui"}) {
                    Guest guest = Guest.signedInAnew(DEMO, "sakura", patient + "@patients.example");
                    assertThat(guest.opens("/invoices").status()).isEqualTo(200);
                }
                assertThat(flood).noneMatch(Future::isDone);
            } finally {
                over.set(true);
            }
        }
        Answers all = sum(flood);
        System.out.printf("%s in %.1f s%n", all, (System.nanoTime() - began) / 1e9);
        assertThat(all.refused()).as("were told to come back later").isPositive();
        assertThat(all.broken()).as("got an error").isZero();
        eventually(() -> Guest.at(DEMO, "harbour").opens("/sign-in").status() == 200);
    }

    private Callable<Answers> stranger(int number) {
        Guest guest = Guest.at(DEMO, "harbour");
        Answer form = guest.opens("/sign-in");
        return () -> tryAgainAndAgain(guest, form, "stranger" + number);
    }

    private Answers tryAgainAndAgain(Guest stranger, Answer form, String name) {
        int asked = 0;
        int refused = 0;
        int broken = 0;
        long next = System.nanoTime();
        while (!over.get()) {
            asked++;
            Answer answer = stranger.sends(form, "/sign-in", "address", name + "-" + asked + "@strangers.example");
            refused += answer.status() == 429 ? 1 : 0;
            broken += answer.status() >= 500 ? 1 : 0;
            next += PACE.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return new Answers(asked, refused, broken);
    }

    private static Answers sum(List<Future<Answers>> flood) {
        return flood.stream()
                .map(Future::resultNow)
                .reduce(
                        new Answers(0, 0, 0),
                        (one, other) -> new Answers(
                                one.asked() + other.asked(),
                                one.refused() + other.refused(),
                                one.broken() + other.broken()));
    }
}
