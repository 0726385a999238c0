package io.anteroom.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came of asking Stripe: it did it, it refused for good, or nobody knows. A message of Stripe's is never logged, since
 * it may quote what was sent; its request id finds it in Stripe's dashboard.
 */
public sealed interface StripeAnswer<T> {

    /**
     * The code of an answer that says nothing: an error of Stripe's own, which it keeps under the key for a day. Whether
     * anything was done is unknown; asking under the same key won't tell, but looking will.
     */
    String ERROR_KEPT = "error_kept";

    Logger LOG = LoggerFactory.getLogger(StripeAnswer.class);

    /** It answered. */
    record Given<T>(T value) implements StripeAnswer<T> {}

    /**
     * It refused, and would again.
     *
     * @param code the bank's reason where a bank refused, else Stripe's error code or the error's type; or {@link #ERROR_KEPT}
     * @param param the parameter it found wrong, or empty
     */
    record Refused<T>(String code, String param) implements StripeAnswer<T> {}

    /** It did not answer, or not now; whether it did anything is unknown. */
    record Silent<T>() implements StripeAnswer<T> {}

    /** A call to Stripe. */
    @FunctionalInterface
    interface Question<T> {
        /** Asks it. */
        T ask(StripeClient stripe) throws StripeException;
    }

    /**
     * Asks, once; the client itself tries again where that is safe.
     *
     * @param what the question, for the log: ids of ours only
     */
    static <T> StripeAnswer<T> to(StripeClient stripe, String what, Question<T> question) {
        try {
            return new Given<>(question.ask(stripe));
        } catch (InvalidRequestException e) {
            return refused(what, e, e.getParam());
        } catch (CardException e) {
            String why = e.getDeclineCode() == null ? String.valueOf(e.getCode()) : e.getDeclineCode();
            LOG.info("A bank refused: {}, {}, request {}", what, why, e.getRequestId());
            return new Refused<>(why, "");
        } catch (PermissionException | IdempotencyException e) {
            return refused(what, e, null);
        } catch (AuthenticationException e) {
            LOG.error("Stripe does not accept the platform's key: {}", what);
            return new Silent<>();
        } catch (StripeException e) {
            if (isKept(e)) {
                LOG.warn("Stripe keeps an error under the key: {}, request {}", what, e.getRequestId());
                return new Refused<>(ERROR_KEPT, "");
            }
            LOG.warn("Stripe did not answer: {}, {}, request {}", what, kind(e), e.getRequestId());
            return new Silent<>();
        }
    }

    private static <T> StripeAnswer<T> refused(String what, StripeException e, @Nullable String param) {
        String code = e.getCode() == null ? kind(e) : e.getCode();
        LOG.warn("Stripe refused: {}, {}, parameter {}, request {}", what, code, param, e.getRequestId());
        return new Refused<>(code, param == null ? "" : param);
    }

    /** Whether the error is the answer that was given under this key before; version 2 of the API tries again by itself. */
    private static boolean isKept(StripeException e) {
        return e.getStripeErrorApiMode() == ApiMode.V1
                && e.getStripeError() != null
                && e.getStripeError().getLastResponse() != null
                && e.getStripeError()
                        .getLastResponse()
                        .headers()
                        .firstValue("Idempotent-Replayed")
                        .filter("true"::equals)
                        .isPresent();
    }

    private static String kind(StripeException e) {
        return e.getClass().getSimpleName();
    }
}
