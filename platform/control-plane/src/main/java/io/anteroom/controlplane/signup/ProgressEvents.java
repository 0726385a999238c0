package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.provisioning.Progress;
import io.anteroom.controlplane.provisioning.Provisioning;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events that say no more than 'look again'. Each follower is a virtual thread that reads a few rows twice a
 * second; there are at most so many, and none lives long. Who finds no place polls instead.
 */
class ProgressEvents {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Provisioning provisioning;
    private final Semaphore places;

    ProgressEvents(Provisioning provisioning, int mostFollowers) {
        this.provisioning = provisioning;
        this.places = new Semaphore(mostFollowers);
    }

    /**
     * Follows one until it is done or has failed.
     *
     * @throws ResponseStatusException 204 if there is no place, at which browsers do not ask again
     */
    SseEmitter follow(SignUpId id) {
        if (!places.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.NO_CONTENT);
        }
        SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
        AtomicBoolean over = new AtomicBoolean();
        emitter.onCompletion(() -> over.set(true));
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> over.set(true));
        Thread.ofVirtual().name("progress-" + id).start(() -> {
            try {
                follow(id, emitter, over);
            } finally {
                places.release();
            }
        });
        return emitter;
    }

    private void follow(SignUpId id, SseEmitter emitter, AtomicBoolean over) {
        try {
            Optional<Progress> last = Optional.empty();
            while (!over.get() && stillMoving(last)) {
                Optional<Progress> next = provisioning.progress(id);
                if (!next.equals(last)) {
                    emitter.send(SseEmitter.event().data("changed"));
                    last = next;
                }
                Thread.sleep(PAUSE);
            }
            if (!over.get()) {
                emitter.send(SseEmitter.event().name("done").data("done"));
                emitter.complete();
            }
        } catch (IOException | IllegalStateException gone) {
            over.set(true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            emitter.completeWithError(fault);
        }
    }

    private static boolean stillMoving(Optional<Progress> last) {
        return last.map(progress -> progress.state() == Progress.State.RUNNING).orElse(true);
    }
}
