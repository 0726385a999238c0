package io.anteroom.clinic.billing.plan;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.card.AccountPayer;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.SavedCardPayments;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever goes wrong between two steps, an instalment is charged once, or not at all where it may not be. */
class InstalmentFaultsTest extends PlanFixture {

    @Autowired
    PlanSteps steps;

    @Autowired
    SavedCardPayments paying;

    @Autowired
    PatientCards patientCards;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whereTheChargeGoesWrongItIsFoundOutBeforeAnotherIsBegun(Fault fault) {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            tenOn(0);
            stripe.fail(CHARGE, fault, 1);
            see(plan);
            stripe.heal();
            for (int hour = 1; hour <= 3; hour++) {
                at(clock.instant().plus(Duration.ofHours(1)));
                see(plan);
            }

            assertThat(charged()).containsExactly(3_000L);
            assertThat(state(1)).isEqualTo(InstalmentState.PAID);
            assertThat(view().paidMinor()).isEqualTo(3_000);
            return 0;
        });
    }

    @Test
    void aWorkerThatDiesBeforeStripeIsAskedIsFollowedByOneThatAsksOnce() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            tenOn(0);
            assertThat(steps.next(plan)).isInstanceOf(PlanStep.Ask.class);
            see(plan);

            assertThat(charged()).containsExactly(3_000L);
            assertThat(plan().instalment(1).orElseThrow().tries()).isEqualTo(1);
            return 0;
        });
    }

    @Test
    void aWorkerThatDiesBeforeTheAnswerIsNotedIsFollowedByOneThatHearsItAgain() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            tenOn(0);
            var ask = (PlanStep.Ask) steps.next(plan);
            var _ = paying.charge(
                    CardCharge.of(ask.attempt(), ask.payable(), ask.amount()), AccountPayer.of(anna), plan.about());
            assertThat(charged()).hasSize(1);
            see(plan);
            steps.heard(ask, new Heard.Declined("late", false));

            assertThat(charged()).containsExactly(3_000L);
            assertThat(state(1)).isEqualTo(InstalmentState.PAID);
            return 0;
        });
    }

    @Test
    void doneByFourAtOnceItIsChargedOnce() {
        PlanId plan = in(north(), () -> running(TestCard.VISA));
        in(north(), () -> {
            tenOn(0);
            return 0;
        });
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Void>> all = IntStream.range(0, 4)
                    .mapToObj(_ -> CompletableFuture.runAsync(
                            () -> CurrentTenant.run(north(), () -> work(PlanWork.KIND, plan.toString())), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
        in(north(), () -> {
            at(clock.instant().plus(Duration.ofHours(1)));
            see(plan);
            assertThat(charged()).containsExactly(3_000L);
            assertThat(state(1)).isEqualTo(InstalmentState.PAID);
            return 0;
        });
    }

    @Test
    void stoppedWhileNobodyKnowsItIsToldSoAndFoundOut() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            tenOn(0);
            stripe.fail(CHARGE, Fault.LOST_AFTER, 1);
            see(plan);
            assertThat(plans.stop(chart(anna), view(), plan)).isEqualTo(PlanStop.STOPPED_WHILE_CHARGING);
            stripe.heal();
            at(clock.instant().plus(Duration.ofHours(1)));
            see(plan);

            assertThat(charged()).as("it was charged before it was stopped").containsExactly(3_000L);
            assertThat(state(1)).isEqualTo(InstalmentState.PAID);
            tenOn(7);
            see(plan);
            assertThat(charged()).hasSize(1);
            assertThat(plan().reason()).isEqualTo(PlanReason.STOPPED_BY_PAYER);
            return 0;
        });
    }

    @Test
    void stoppedBeforeItReachedStripeItNeverIsCharged() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            tenOn(0);
            stripe.fail(CHARGE, Fault.LOST_BEFORE, 1);
            see(plan);
            assertThat(desk.stop(view(), plan, STAFF)).isEqualTo(PlanStop.STOPPED_WHILE_CHARGING);
            stripe.heal();
            for (int hour = 1; hour <= 3; hour++) {
                at(clock.instant().plus(Duration.ofHours(1)));
                see(plan);
            }

            assertThat(charged()).isEmpty();
            assertThat(plan().underWay()).isEmpty();
            return 0;
        });
    }

    @Test
    void removingTheCardPausesThePlanAtOnce() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            var card = cards.of(AccountPayer.of(anna)).getFirst();
            patientCards.remove(chart(anna), card.id());
            assertThat(plan().state()).isEqualTo(PlanState.PAUSED);
            assertThat(plan().reason()).isEqualTo(PlanReason.NO_CARD);
            tenOn(0);
            see(plan);

            assertThat(charged()).isEmpty();
            assertThat(audited()).endsWith("plan-paused");
            return 0;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"INVOICES", "PAYMENT_METHODS"})
    void whereTheClinicSwitchedWhatTheyNeedOffNothingIsCharged(Section off) {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            offering(EnumSet.complementOf(EnumSet.of(off)));
            tenOn(0);
            see(plan);

            assertThat(charged()).isEmpty();
            assertThat(plan().reason()).isEqualTo(PlanReason.SWITCHED_OFF);
            return 0;
        });
    }

    @Test
    void whereThePortalShowsNoInvoicesNoMailLeadsToInstalments() {
        in(north(), () -> {
            var _ = running(TestCard.VISA);
            offering(EnumSet.complementOf(EnumSet.of(Section.INVOICES)));
            var card = cards.of(AccountPayer.of(anna)).getFirst();
            patientCards.remove(chart(anna), card.id());

            assertThat(plan().reason()).isEqualTo(PlanReason.NO_CARD);
            assertThat(mails()).noneMatch(mail -> mail.startsWith("paused"));
            return 0;
        });
    }

    @Test
    void whoeverSeesTheInvoiceNoMoreIsNotCharged() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            sql("update __tenant__.access_grant set scope = '{bookings}'");
            tenOn(0);
            see(plan);

            assertThat(charged()).isEmpty();
            assertThat(plan().reason()).isEqualTo(PlanReason.NO_ACCESS);
            return 0;
        });
    }

    @Test
    void whoeverSeesTheInvoiceNoMoreIsNotToldOfTheNextChargeEither() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            tenOn(0);
            see(plan);
            List<String> before = mails();
            sql("update __tenant__.access_grant set scope = '{bookings}'");
            tenOn(5);
            see(plan);

            assertThat(mails()).isEqualTo(before);
            assertThat(plan().reason()).isEqualTo(PlanReason.NO_ACCESS);
            return 0;
        });
    }
}
