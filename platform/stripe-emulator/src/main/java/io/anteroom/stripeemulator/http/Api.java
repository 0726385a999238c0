package io.anteroom.stripeemulator.http;

import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Ids;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.store.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What every API request goes through: key, account, parameters, faults, idempotency, and then its handler. */
public final class Api {

    /**
     * A request off the wire.
     *
     * @param header the first header of a name, or null
     */
    public record Request(String method, String path, String query, String body, Header header) {
        String line() {
            return method + " " + path;
        }
    }

    /** Looks up a header. */
    @FunctionalInterface
    public interface Header {
        /** Its first value, or null. */
        @Nullable
        String get(String name);
    }

    /** What becomes of a request. */
    public sealed interface Outcome {}

    /** It is answered. */
    record Answered(Reply reply) implements Outcome {}

    /** The connection breaks. */
    record Lost() implements Outcome {}

    private static final int LOGGED = 10_000;

    private final String key;
    private final Store store;
    private final Ids ids;
    private final Routes routes;
    private final Faults faults;
    private final Idempotency idempotency;
    private final UnaryOperator<String> knownAccount;
    private final Deque<String> log = new ArrayDeque<>();

    /**
     * @param key the one secret key that is accepted
     * @param knownAccount gives the account back if the platform has it, empty if not
     */
    public Api(
            String key,
            Store store,
            EmulatorClock clock,
            Ids ids,
            Routes routes,
            Faults faults,
            UnaryOperator<String> knownAccount) {
        this.key = key;
        this.store = store;
        this.ids = ids;
        this.routes = routes;
        this.faults = faults;
        this.knownAccount = knownAccount;
        this.idempotency = new Idempotency(store, clock);
    }

    static boolean serves(String path) {
        return path.startsWith("/v1/") || path.startsWith("/v2/");
    }

    /** The latest requests that have arrived, as {@code POST /v1/refunds}, oldest first. */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    String requestId() {
        return "req_" + ids.letters(14);
    }

    Outcome answer(Request request) throws InterruptedException {
        note(request.line());
        Faults.Kind fault = faults.take(request.line()).orElse(null);
        faults.linger(request.line());
        if (fault == Faults.Kind.LOST_BEFORE) {
            return new Lost();
        }
        if (fault == Faults.Kind.SILENT_BEFORE) {
            faults.silence();
            return new Lost();
        }
        if (fault == Faults.Kind.ARRIVES_LATE) {
            faults.arrivesLate(() -> unheard(request));
            return new Lost();
        }
        if (fault == Faults.Kind.ERROR_BEFORE) {
            return new Answered(StripeError.broken().reply());
        }
        Reply reply;
        try {
            reply = checked(request, fault);
        } catch (StripeError e) {
            reply = e.reply();
        }
        return fault == null ? new Answered(reply) : afterwards(fault);
    }

    /** Does what was asked, and nobody hears what came of it. */
    private void unheard(Request request) {
        try {
            var _ = checked(request, null);
        } catch (StripeError _) {
            // Refused, and whoever asked is gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome afterwards(Faults.Kind fault) throws InterruptedException {
        if (fault == Faults.Kind.SILENT_AFTER) {
            faults.silence();
        }
        return fault == Faults.Kind.LOST_AFTER || fault == Faults.Kind.SILENT_AFTER
                ? new Lost()
                : new Answered(StripeError.broken().reply());
    }

    private void note(String line) {
        synchronized (log) {
            log.addLast(line);
            if (log.size() > LOGGED) {
                log.removeFirst();
            }
        }
    }

    private Reply checked(Request request, Faults.@Nullable Kind fault) throws StripeError, InterruptedException {
        if (!("Bearer " + key).equals(request.header.get("Authorization"))) {
            throw StripeError.unauthorized();
        }
        Params params = Params.form(request.query).and(body(request));
        Routes.Match match = routes.find(request.method, request.path)
                .orElseThrow(() -> StripeError.unknownRoute(request.method, request.path));
        Call call = new Call(request.method, request.path, match.variables(), params, account(request));
        String idempotencyKey = request.header.get("Idempotency-Key");
        return idempotencyKey == null || !request.method.equals("POST")
                ? perform(match, call)
                : once(match, call, idempotencyKey, fault);
    }

    private Reply once(Routes.Match match, Call call, String idempotencyKey, Faults.@Nullable Kind fault)
            throws StripeError, InterruptedException {
        String fingerprint = call.params().fingerprint();
        Optional<Reply> earlier = idempotency.begin(call.account(), idempotencyKey, call.path(), fingerprint);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Reply reply = null;
        try {
            reply = fault == Faults.Kind.ERROR_KEPT_BEFORE
                    ? StripeError.broken().reply()
                    : perform(match, call);
            return reply;
        } catch (StripeError e) {
            reply = e.isOutcome() ? e.reply() : null;
            throw e;
        } finally {
            Reply kept = fault == Faults.Kind.ERROR_KEPT ? StripeError.broken().reply() : reply;
            idempotency.end(call.account(), idempotencyKey, call.path(), fingerprint, kept);
        }
    }

    private Reply perform(Routes.Match match, Call call) throws StripeError, InterruptedException {
        faults.pass(call.method() + " " + call.path());
        return store.atomically(() -> match.handler().handle(call));
    }

    private String account(Request request) throws StripeError {
        String account = request.header.get("Stripe-Account");
        if (account == null) {
            account = request.header.get("Stripe-Context");
        }
        if (account == null || account.isEmpty()) {
            return "";
        }
        if (knownAccount.apply(account).isEmpty()) {
            throw StripeError.noAccess(account);
        }
        return account;
    }

    private static Params body(Request request) throws StripeError {
        String type = request.header.get("Content-Type");
        if (request.body.isEmpty() || type == null || !type.startsWith("application/json")) {
            return Params.form(request.body);
        }
        try {
            return Params.json(Json.read(request.body));
        } catch (JacksonException _) {
            throw StripeError.invalid("parameter_invalid", "The body is not JSON.", null);
        }
    }
}
