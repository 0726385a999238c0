package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.Faults;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.webhooks.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way, one to a row of the proof's table. */
enum ProofFault {
    NOTHING("nothing goes wrong") {
        @Override
        void strike(ProofWalk walk) {
            walk.walk();
        }
    },
    DOUBLE_CLICK("double click, four at once; of an instalment four workers") {
        @Override
        void strike(ProofWalk walk) {
            together(walk::click, walk::click, walk::click, walk::click);
            walk.goOn();
        }
    },
    TWO_TABS("two tabs, each with a form of its own") {
        @Override
        void strike(ProofWalk walk) {
            together(walk::click, walk::otherTab);
            walk.goOn();
        }

        @Override
        @Nullable
        String impossible(ProofPath path) {
            return path.isClicked() ? null : "nobody has a form";
        }

        @Override
        boolean isAboutAllThatIsDue() {
            return true;
        }
    },
    TWO_DEVICES("two devices: the link in the mail meanwhile; of a refund a colleague") {
        @Override
        void strike(ProofWalk walk) {
            together(walk::click, walk::otherDevice);
            walk.goOn();
        }

        @Override
        boolean isAboutAllThatIsDue() {
            return true;
        }
    },
    BACK_BUTTON("back button: the form sent again, before and after") {
        @Override
        void strike(ProofWalk walk) {
            walk.click();
            walk.walk();
            walk.walk();
        }

        @Override
        @Nullable
        String impossible(ProofPath path) {
            return path.isClicked() ? null : "nobody has a form";
        }
    },
    TIME_OUT_BEFORE("time-out, nothing done") {
        @Override
        void strike(ProofWalk walk) {
            asking(walk, Fault.LOST_BEFORE);
        }
    },
    TIME_OUT_AFTER("time-out after commit") {
        @Override
        void strike(ProofWalk walk) {
            asking(walk, Fault.LOST_AFTER);
        }
    },
    ERROR_BEFORE("500 before commit") {
        @Override
        void strike(ProofWalk walk) {
            asking(walk, Fault.ERROR_BEFORE);
        }
    },
    ERROR_AFTER("500 after commit") {
        @Override
        void strike(ProofWalk walk) {
            asking(walk, Fault.ERROR_AFTER);
        }
    },
    ERROR_KEPT_BEFORE("500 before commit, kept under the key") {
        @Override
        void strike(ProofWalk walk) {
            asking(walk, LastingFault.ERROR_KEPT_BEFORE);
        }
    },
    ERROR_KEPT_AFTER("500 after commit, kept under the key") {
        @Override
        void strike(ProofWalk walk) {
            asking(walk, LastingFault.ERROR_KEPT);
        }
    },
    SLOW("Stripe slow for a minute; clicked again and at another device meanwhile") {
        @Override
        void strike(ProofWalk walk) {
            Faults.Gate gate = walk.test.stripe.slow(walk.request());
            CompletableFuture<Void> slow = CompletableFuture.runAsync(walk::walk);
            try {
                gate.awaitArrival();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            walk.test.later(Duration.ofMinutes(1));
            walk.click();
            walk.otherDevice();
            walk.test.worker();
            gate.open();
            slow.join();
            walk.goOn();
        }

        @Override
        boolean isAboutAllThatIsDue() {
            return true;
        }
    },
    LATE("Stripe does it a minute after our time-out") {
        @Override
        void strike(ProofWalk walk) {
            walk.test.stripe.fail(walk.request(), LastingFault.ARRIVES_LATE, 1);
            walk.walk();
            walk.test.later(Duration.ofMinutes(1));
            walk.test.worker();
            walk.test.stripe.arrive();
            walk.goOn();
        }
    },
    LATE_AND_ELSEWHERE("Stripe does it a minute after our time-out, when another device was taken instead") {
        @Override
        void strike(ProofWalk walk) {
            walk.test.stripe.fail(walk.request(), LastingFault.ARRIVES_LATE, 1);
            walk.walk();
            walk.test.later(Duration.ofMinutes(1));
            walk.otherDevice();
            walk.test.stripe.arrive();
            walk.goOn();
        }

        @Override
        boolean isAboutAllThatIsDue() {
            return true;
        }
    },
    WEBHOOK_FIRST("webhook before the return page, or instead of an answer that was lost") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            walk.test.send(walk.test.events());
            assertThat(walk.credited()).as("by the event").isEqualTo(walk.moved());
            walk.look();
        }
    },
    WEBHOOK_AFTER("webhook after the return page, or the answer") {
        @Override
        void strike(ProofWalk walk) {
            walk.walk();
            walk.test.send(walk.test.events());
        }
    },
    WEBHOOK_TWICE("webhook twice") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            List<Delivery> events = walk.test.events();
            walk.test.send(events);
            walk.test.send(events);
            walk.look();
        }
    },
    WEBHOOKS_BACKWARDS("webhooks out of order") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            walk.test.send(walk.test.events().reversed());
            walk.look();
        }
    },
    WEBHOOK_FORGED("webhook forged, and with the other endpoint's secret") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            walk.test.forge(walk.test.events());
            assertThat(walk.credited()).as("by a forged event").isZero();
            walk.look();
        }
    },
    WEBHOOK_REPLAYED("webhook replayed a day later") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            List<Delivery> events = walk.test.events();
            walk.test.send(events);
            walk.look();
            walk.test.later(Duration.ofDays(1));
            walk.test.worker();
            walk.test.send(events);
        }
    },
    WEBHOOK_OF_ANOTHER("webhook for another clinic's account, that carries our ids") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            walk.test.stripe.dropWebhooks();
            walk.test.chargedInSouth(walk);
            assertThat(walk.credited()).as("by another account's event").isZero();
            walk.look();
        }
    },
    WEBHOOKS_NEVER("webhooks never, and nobody comes back: the job finds it") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            walk.test.stripe.dropWebhooks();
        }
    },
    FOUND_AT_NIGHT("webhooks never, nobody comes back, and no job: the comparison at night finds it") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            walk.test.stripe.dropWebhooks();
            walk.test.compare();
            assertThat(walk.credited()).as("by the comparison").isEqualTo(walk.moved());
        }
    },
    CRASH("crash between each two steps, then clicked again") {
        @Override
        void strike(ProofWalk walk) {
            walk.goOn();
        }

        @Override
        boolean isCrash() {
            return true;
        }
    },
    CRASH_FOR_GOOD("crash between each two steps, and nobody comes back") {
        @Override
        void strike(ProofWalk walk) {
            // The worker alone is left.
        }

        @Override
        boolean isCrash() {
            return true;
        }
    },
    CRASH_AT_WEBHOOK("crash between each two steps of taking a webhook, and nobody comes back") {
        @Override
        void beforeItDies(ProofWalk walk) {
            walk.doneUnheard();
        }

        @Override
        void dying(ProofWalk walk) {
            walk.test.sendUntilTaken(walk.test.events());
        }

        @Override
        void strike(ProofWalk walk) {
            // Stripe has sent again what was not answered; the worker has the rest.
        }

        @Override
        boolean isCrash() {
            return true;
        }
    },
    DISABLED("account disabled midway") {
        @Override
        void strike(ProofWalk walk) {
            midway(walk, () -> walk.test.stripe.disable(walk.test.account));
            walk.test.enable();
        }
    },
    VOIDED("invoice voided midway") {
        @Override
        void strike(ProofWalk walk) {
            midway(walk, walk::voidBill);
        }
    },
    VOIDED_UNHEARD("invoice voided while its payment is made and not heard of") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            walk.voidBill();
            walk.look();
        }
    },
    VOIDED_ANYWAY("invoice void without its page being closed, when its payment is made and not heard of") {
        @Override
        void strike(ProofWalk walk) {
            walk.doneUnheard();
            walk.voidBillAtOnce();
            walk.look();
        }
    };

    private final String title;

    ProofFault(String title) {
        this.title = title;
    }

    /** The row's head. */
    String title() {
        return title;
    }

    /** Lets it happen to a wish that was not begun; of a crash, what is done after it. */
    abstract void strike(ProofWalk walk);

    /** Why it cannot happen on that path, or null. */
    @Nullable
    String impossible(ProofPath path) {
        return null;
    }

    /** Whether two wishes are at odds only where each is for all that is due; elsewhere a part is the harder test. */
    boolean isAboutAllThatIsDue() {
        return false;
    }

    /** Whether the walk dies before each of its steps in turn. */
    boolean isCrash() {
        return false;
    }

    /** What was done before that during which it dies. */
    void beforeItDies(ProofWalk walk) {
        // Nothing was.
    }

    /** During what it dies: all of it, on the way there and back. */
    void dying(ProofWalk walk) {
        walk.walk();
    }

    private static void together(Runnable... clicks) {
        List<CompletableFuture<Void>> all =
                List.of(clicks).stream().map(CompletableFuture::runAsync).toList();
        all.forEach(CompletableFuture::join);
    }

    private static void asking(ProofWalk walk, Fault fault) {
        walk.test.fail(walk.request(), fault);
        walk.click();
        walk.elsewhere();
        walk.test.stripe.heal();
        walk.goOn();
    }

    private static void asking(ProofWalk walk, LastingFault fault) {
        walk.test.stripe.fail(walk.request(), fault, 1);
        walk.walk();
        walk.test.stripe.heal();
        walk.goOn();
    }

    /** Between the click and what is done elsewhere; where nothing is, before the click, whose form was open. */
    private static void midway(ProofWalk walk, Runnable change) {
        boolean begun = walk.test.path().waitsForThePerson() || walk.test.path() == ProofPath.REFUND;
        if (begun) {
            walk.click();
        }
        change.run();
        if (!begun) {
            walk.click();
        }
        walk.elsewhere();
        walk.look();
    }
}
