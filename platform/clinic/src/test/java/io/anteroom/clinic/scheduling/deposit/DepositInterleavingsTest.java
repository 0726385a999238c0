package io.anteroom.clinic.scheduling.deposit;

import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.stripeemulator.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * In whatever order somebody pays, comes back, gives up and is too late, and whatever becomes of the question whether the
 * page can be closed: in the end there is one charge with an appointment, or nothing charged and the time free.
 */
class DepositInterleavingsTest extends DepositFixture {

    private enum Step {
        PAYS,
        COMES_BACK,
        GIVES_UP,
        TOO_LATE,
        PAYS_ANEW
    }

    @Test
    void nobodyIsChargedWithoutAnAppointmentInAnyOrderOfThings() {
        var orders = orders(List.of(Step.PAYS, Step.COMES_BACK, Step.GIVES_UP, Step.TOO_LATE));
        assertThat(orders).hasSize(24);
        for (var order : orders) {
            inNorth(() -> tries(order, null, "POST .*/expire"));
        }
    }

    @Test
    void norWhereStripeBreaksWhileThePageIsClosedOrRead() {
        var orders = orders(List.of(Step.PAYS, Step.TOO_LATE, Step.PAYS_ANEW));
        for (var fault : Fault.values()) {
            for (var order : orders) {
                inNorth(() -> tries(order, fault, "POST .*/expire"));
                inNorth(() -> tries(order, fault, "GET /v1/checkout/sessions/.*"));
            }
        }
    }

    private void tries(List<Step> order, @Nullable Fault fault, String request) {
        later(Duration.ofMinutes(15));
        Instant start = Practice.at("09:00").plus(Duration.ofDays(7));
        long keptBefore = kept();
        var anna = practice.patient("Anna");
        var reference = waiting(anna, start);
        begins(anna, reference);
        if (fault != null) {
            stripe.fail(request, fault, 1);
        }
        order.forEach(step -> takes(step, anna, reference));
        stripe.heal();
        comesToAnEnd(anna, reference);

        var state = state(anna, reference);
        long kept = kept() - keptBefore;
        assertThat(List.of(state, kept))
                .as("%s with %s of %s", order, fault, request)
                .isIn(List.of(AppointmentState.BOOKED, DEPOSIT.minor()), List.of(AppointmentState.EXPIRED, 0L));
        assertThat(payments.needingAttention()).isEmpty();
        clinic.run("update __tenant__.appointment set state = 'no_show' where state = 'booked'");
    }

    private void takes(Step step, VisibleChart anna, Reference reference) {
        switch (step) {
            case PAYS -> payOnThePage(anna, reference);
            case COMES_BACK -> reconciles(anna, reference);
            case GIVES_UP -> deposits.giveUp(find(anna, reference), anna.actor());
            case TOO_LATE -> {
                later(Duration.ofMinutes(31));
                lapses(anna, reference);
            }
            case PAYS_ANEW -> {
                begins(anna, reference);
                payOnThePage(anna, reference);
            }
        }
    }

    /** The worker does all it has to do, late. */
    private void comesToAnEnd(VisibleChart anna, Reference reference) {
        later(Duration.ofMinutes(31));
        lapses(anna, reference);
        lapses(anna, reference);
        attempts(anna, reference)
                .forEach(payment -> work("stripe-payment", payment.id().toString()));
        givesBack(anna, reference);
    }

    private static List<List<Step>> orders(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Step>>();
        for (var first : steps) {
            var others = steps.stream().filter(step -> step != first).toList();
            for (var rest : orders(others)) {
                var order = new ArrayList<Step>();
                order.add(first);
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }
}
