package io.anteroom.clinic.billing.plan;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.billing.InvoiceList;
import io.anteroom.clinic.billing.InvoiceQuery;
import io.anteroom.clinic.billing.InvoiceQuery.Order;
import io.anteroom.clinic.billing.InvoiceQuery.Show;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceVoiding;
import io.anteroom.clinic.billing.Takings;
import io.anteroom.clinic.billing.Voiding;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.Crediting;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.payments.Money;
import io.anteroom.stripeemulator.objects.TestCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan is offered, accepted by a payer, charged on its days, tried again where the bank refuses, and stopped by either side. */
class InstalmentsTest extends PlanFixture {

    @Autowired
    InvoiceVoiding voiding;

    @Autowired
    InvoiceCredit credit;

    @Autowired
    InvoiceList list;

    @Autowired
    Takings takings;

    @Test
    void eachInstalmentIsChargedOnItsDayUntilAllIsPaid() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            assertThat(charged()).isEmpty();
            assertThat(waking(plan)).as("for the notice").containsExactly(PlanDays.notice(MONDAY));

            tenOn(0);
            see(plan);
            assertThat(charged()).containsExactly(3_000L);
            assertThat(state(1)).isEqualTo(InstalmentState.PAID);
            assertThat(view().state()).isEqualTo(InvoiceState.PART_PAID);

            tenOn(7);
            see(plan);
            tenOn(14);
            see(plan);
            assertThat(charged()).containsExactly(3_000L, 3_000L, 3_000L);
            assertThat(view().state()).isEqualTo(InvoiceState.PAID);
            assertThat(plan().state()).isEqualTo(PlanState.ENDED);
            assertThat(plan().reason()).isEqualTo(PlanReason.DONE);
            assertThat(audited())
                    .containsExactly(
                            "plan-offered",
                            "plan-accepted",
                            "plan-charge-started",
                            "plan-charge-started",
                            "plan-charge-started",
                            "plan-ended");
            return 0;
        });
        assertThat(texts("select about || ' ' || (revoked_at is not null) from __tenant__.card_consent"))
                .containsExactly("plan 1 true");
    }

    @Test
    void whoeverAcceptsIsToldTwoDaysBefore() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            tenOn(-2);
            see(plan);
            assertThat(mails()).containsExactly("offer lee@example.org", "notice anna@example.org");
            assertThat(waking(plan)).containsExactly(PlanDays.charge(MONDAY));
            tenOn(0);
            see(plan);
            assertThat(waking(plan)).containsExactly(PlanDays.notice(MONDAY.plusDays(7)));
            tenOn(5);
            see(plan);

            assertThat(mails()).hasSize(3).last().isEqualTo("notice anna@example.org");
            assertThat(charged()).hasSize(1);
            return 0;
        });
    }

    @Test
    void whatTheBankRefusesIsTriedAfterOneThreeAndSevenDaysAndThenThePlanPauses() {
        in(north(), () -> {
            PlanId plan = running(TestCard.ATTACHES_THEN_DECLINES);
            for (int day : List.of(0, 1, 4)) {
                tenOn(day);
                see(plan);
                assertThat(plan().state()).isEqualTo(PlanState.RUNNING);
            }
            assertThat(mails())
                    .containsExactly(
                            "offer lee@example.org",
                            "refused anna@example.org",
                            "refused anna@example.org",
                            "refused anna@example.org");
            tenOn(11);
            see(plan);

            assertThat(plan().state()).isEqualTo(PlanState.PAUSED);
            assertThat(plan().reason()).isEqualTo(PlanReason.REFUSED);
            assertThat(mails()).contains("paused anna@example.org");
            assertThat(charged()).isEmpty();
            tenOn(30);
            see(plan);
            assertThat(texts("select count(*)::text from __tenant__.payment")).containsExactly("5");
            return 0;
        });
    }

    @Test
    void aPausedPlanGoesOnWithAnotherCardAndLaterDays() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            tenOn(0);
            see(plan);
            sql("update __tenant__.card_consent set revoked_at = now(), revoked_by = 'somebody'");
            tenOn(7);
            see(plan);
            assertThat(plan().state()).isEqualTo(PlanState.PAUSED);
            assertThat(plan().reason()).isEqualTo(PlanReason.NO_CARD);

            tenOn(20);
            assertThat(plans.ahead(view(), plan()))
                    .extracting(Planned::day)
                    .containsExactly(MONDAY.plusDays(21), MONDAY.plusDays(28));
            assertThat(accept(anna, plan, save(anna, TestCard.MASTERCARD))).isTrue();
            tenOn(21);
            see(plan);
            tenOn(28);
            see(plan);
            assertThat(charged()).containsExactly(3_000L, 3_000L, 3_000L);
            assertThat(view().state()).isEqualTo(InvoiceState.PAID);
            return 0;
        });
    }

    @Test
    void whereTheBankWantsThePersonTheyAreAskedToPayInPerson() {
        in(north(), () -> {
            PlanId plan = running(TestCard.CHECK_ALWAYS);
            tenOn(0);
            see(plan);

            assertThat(charged()).isEmpty();
            assertThat(texts("select recipient from __tenant__.message where about_kind = 'invoice-payer'"))
                    .containsExactly("anna@example.org");
            assertThat(mails()).containsExactly("offer lee@example.org");
            assertThat(plan().instalment(1).orElseThrow().refusals()).isEqualTo(1);
            return 0;
        });
    }

    @Test
    void whatWasPaidInAnotherWayComesOffTheNextInstalment() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            paidOtherwise(4_000);
            tenOn(0);
            see(plan);
            assertThat(state(1)).isEqualTo(InstalmentState.SKIPPED);
            tenOn(7);
            see(plan);
            assertThat(charged())
                    .as("30 of the 40 paid came off the first, 10 off all that is left")
                    .containsExactly(2_000L);
            tenOn(14);
            see(plan);
            assertThat(charged()).containsExactlyInAnyOrder(2_000L, 3_000L);
            assertThat(view().state()).isEqualTo(InvoiceState.PAID);
            return 0;
        });
    }

    @Test
    void whatItsPayerPaidInPersonIsNotChargedOnceMoreWhenItsRefusedInstalmentIsTriedAgain() {
        in(north(), () -> {
            PlanId plan = running(TestCard.ATTACHES_THEN_DECLINES);
            for (int day : List.of(0, 1, 4)) {
                tenOn(day);
                see(plan);
            }
            paidOtherwise(3_000);
            tenOn(7);
            see(plan);
            assertThat(plan().instalment(2).orElseThrow().refusals())
                    .as("the second was wanted in full")
                    .isEqualTo(1);
            tenOn(11);
            see(plan);

            assertThat(state(1)).isEqualTo(InstalmentState.SKIPPED);
            assertThat(plan().state()).isEqualTo(PlanState.RUNNING);
            return 0;
        });
    }

    @Test
    void theWordsAskForWhatIsDueWhenTheyAreShown() {
        in(north(), () -> {
            PlanId plan = offer();
            paidOtherwise(4_000);
            assertThat(plans.ahead(view(), plan()))
                    .extracting(Planned::number, part -> part.amount().minor())
                    .as("30 of the 40 paid came off the first, 10 off the second")
                    .containsExactly(tuple(2, 2_000L), tuple(3, 3_000L));
            var visa = save(anna, TestCard.VISA);
            assertThat(plans.wording(chart(anna), view(), plan(), visa)
                            .orElseThrow()
                            .text())
                    .contains("£20.00", "£30.00 on")
                    .doesNotContain("£30.00 on November 23");
            assertThat(accept(anna, plan, visa)).isTrue();
            for (int day : List.of(0, 7, 14)) {
                tenOn(day);
                see(plan);
            }
            assertThat(charged()).containsExactlyInAnyOrder(2_000L, 3_000L);
            return 0;
        });
    }

    @Test
    void anInvoiceIsOverdueOnlyWhenNoInstalmentsAreToComeAnyMore() {
        in(north(), () -> {
            sql("update __tenant__.invoice set due_on = date '2026-11-24'");
            PlanId plan = running(TestCard.VISA);
            tenOn(5);
            assertThat(view().overdue()).isFalse();
            assertThat(view().inInstalments()).isTrue();
            assertThat(listed(Show.OVERDUE)).isZero();
            assertThat(listed(Show.IN_INSTALMENTS)).isEqualTo(1);

            assertThat(plans.stop(chart(anna), view(), plan)).isEqualTo(PlanStop.STOPPED);
            assertThat(view().overdue()).isTrue();
            assertThat(view().inInstalments()).isFalse();
            assertThat(listed(Show.OVERDUE)).isEqualTo(1);
            assertThat(listed(Show.IN_INSTALMENTS)).isZero();
            return 0;
        });
    }

    @Test
    void aPausedPlanIsAmongThoseThatStaffSee() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            assertThat(takings.toCome().paused()).isZero();
            sql("update __tenant__.card_consent set revoked_at = now(), revoked_by = 'somebody'");
            tenOn(0);
            see(plan);
            assertThat(takings.toCome().paused()).isEqualTo(1);
            assertThat(listed(Show.PAUSED)).isEqualTo(1);
            return 0;
        });
        in(south(), () -> {
            assertThat(takings.toCome().paused()).isZero();
            assertThat(listed(Show.PAUSED)).isZero();
            return 0;
        });
    }

    private long listed(Show show) {
        return list.page(new InvoiceQuery(show, "", null, Order.NUMBER, false, 1))
                .counts()
                .getOrDefault(show, -1L);
    }

    @Test
    void nobodysCardIsChargedAtNight() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            for (Instant night : List.of(
                    PlanDays.charge(MONDAY).plus(Duration.ofHours(10)),
                    PlanDays.charge(MONDAY.plusDays(1)).minusSeconds(1))) {
                at(night);
                see(plan);
                assertThat(charged()).isEmpty();
                assertThat(waking(plan)).containsExactly(PlanDays.charge(MONDAY.plusDays(1)));
            }
            tenOn(1);
            see(plan);
            assertThat(charged()).containsExactly(3_000L);
            return 0;
        });
    }

    @Test
    void aPlanWhoseInvoiceIsCreditedEndsByItselfAndChargesNothing() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            assertThat(credit.credit(view(), new CreditWish.Whole(), "Too dear", new CreditSeen(0, 0), STAFF))
                    .isInstanceOf(Crediting.Credited.class);
            tenOn(0);
            see(plan);
            assertThat(charged()).isEmpty();
            assertThat(plan().reason()).isEqualTo(PlanReason.NOTHING_DUE);
            return 0;
        });
    }

    @Test
    void aPlanWhoseInvoiceIsMadeVoidEndsByItselfAndChargesNothing() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            assertThat(voiding.withdraw(invoice, "Written twice", STAFF)).isEqualTo(new Voiding.Voided());
            tenOn(0);
            see(plan);
            assertThat(charged()).isEmpty();
            assertThat(plan().reason()).isEqualTo(PlanReason.NOTHING_DUE);
            return 0;
        });
    }

    @Test
    void whereNothingIsDueAnyMoreThePlanEndsByItself() {
        in(north(), () -> {
            PlanId plan = running(TestCard.VISA);
            paidOtherwise(9_000);
            assertThat(plan().state()).as("as it is shown").isEqualTo(PlanState.ENDED);
            tenOn(0);
            see(plan);
            assertThat(audited()).endsWith("plan-ended");

            assertThat(charged()).isEmpty();
            assertThat(plan().state()).isEqualTo(PlanState.ENDED);
            assertThat(plan().reason()).isEqualTo(PlanReason.NOTHING_DUE);
            return 0;
        });
    }

    @Test
    void whoeverAcceptedItStopsItAndNobodyElseWhoPays() {
        in(north(), () -> {
            AccountId ben = account("ben@example.org", "full", "money");
            PlanId plan = running(TestCard.VISA);
            assertThat(plans.stop(chart(ben), view(), plan)).isEqualTo(PlanStop.NOTHING_TO_STOP);
            assertThat(plans.stop(chart(anna), view(), plan)).isEqualTo(PlanStop.STOPPED);
            assertThat(plans.stop(chart(anna), view(), plan)).isEqualTo(PlanStop.NOTHING_TO_STOP);
            tenOn(0);
            see(plan);

            assertThat(charged()).isEmpty();
            assertThat(plan().reason()).isEqualTo(PlanReason.STOPPED_BY_PAYER);
            assertThat(audited()).endsWith("plan-stopped");
            return 0;
        });
    }

    @Test
    void staffTakeAnOfferBackAndStopWhatRuns() {
        in(north(), () -> {
            PlanId offered = offer();
            assertThat(desk.stop(view(), offered, STAFF)).isEqualTo(PlanStop.STOPPED);
            assertThat(plan().reason()).isEqualTo(PlanReason.WITHDRAWN);

            PlanId plan = running(TestCard.VISA);
            assertThat(plan).as("another can be offered").isNotEqualTo(offered);
            assertThat(desk.stop(view(), plan, STAFF)).isEqualTo(PlanStop.STOPPED);
            tenOn(0);
            see(plan);
            assertThat(charged()).isEmpty();
            return 0;
        });
    }

    @Test
    void onlyTheWordsThatWereShownAreAcceptedAndOnlyWithACardOfOnesOwn() {
        in(north(), () -> {
            AccountId ben = account("ben@example.org", "full", "money");
            var visa = save(anna, TestCard.VISA);
            PlanId plan = offer();
            String words = plans.wording(chart(anna), view(), plan(), visa)
                    .orElseThrow()
                    .text();
            assertThat(words).contains("Visa ending 4242", "invoice 1", "£30.00 on November 23, 2026");

            assertThat(plans.wording(chart(ben), view(), plan(), visa)).isEmpty();
            assertThat(plans.accept(chart(ben), view(), plan, visa, words)).isFalse();
            assertThat(plans.accept(chart(anna), view(), plan, visa, words + " "))
                    .isFalse();
            assertThat(plan().state()).isEqualTo(PlanState.OFFERED);
            assertThat(plans.accept(chart(anna), view(), plan, visa, words)).isTrue();
            assertThat(plans.accept(chart(anna), view(), plan, visa, words))
                    .as("clicked twice")
                    .isTrue();
            assertThat(audited()).containsExactly("plan-offered", "plan-accepted");
            return 0;
        });
        assertThat(texts("select wording from __tenant__.card_consent"))
                .singleElement()
                .asString()
                .contains("£30.00");
    }

    @Test
    void anOfferIsMadeOnceOfWhatIsDueAndBesideNoOther() {
        in(north(), () -> {
            var terms = new PlanTerms(3, MONDAY, PlanRhythm.MONTHLY);
            UUID form = UUID.randomUUID();
            assertThat(desk.offer(view(), form, terms, 8_999, STAFF)).isEqualTo(new Offering.DueChanged());
            assertThat(desk.offer(view(), form, new PlanTerms(3, desk.today(), PlanRhythm.MONTHLY), 9_000, STAFF))
                    .isEqualTo(new Offering.NoSuchDay());
            assertThat(desk.offer(view(), form, new PlanTerms(25, MONDAY, PlanRhythm.MONTHLY), 9_000, STAFF))
                    .isEqualTo(new Offering.TooSmall());
            assertThat(desk.offer(view(), form, terms, 9_000, STAFF)).isEqualTo(new Offering.Offered(plan().id()));
            assertThat(desk.offer(view(), form, terms, 9_000, STAFF)).isEqualTo(new Offering.Offered(plan().id()));
            assertThat(desk.offer(view(), UUID.randomUUID(), terms, 9_000, STAFF))
                    .isEqualTo(new Offering.AnotherPlan());
            assertThat(mails()).containsExactly("offer lee@example.org");
            return 0;
        });
    }

    @Test
    void oneClinicsPlanIsNoneOfTheOthers() {
        in(north(), () -> running(TestCard.VISA));
        in(south(), () -> {
            assertThat(plans.of(view())).isEmpty();
            PlanId same = new PlanId(1);
            assertThat(desk.stop(view(), same, STAFF)).isEqualTo(PlanStop.NOTHING_TO_STOP);
            assertThat(plans.stop(chart(anna), view(), same)).isEqualTo(PlanStop.NOTHING_TO_STOP);
            tenOn(0);
            see(same);
            return 0;
        });
        assertThat(charged()).isEmpty();
    }

    private void paidOtherwise(long minor) {
        sql("update __tenant__.invoice set paid_minor = " + minor + ", state = '"
                + (minor == 9_000 ? "paid', paid_at = now()" : "part_paid'"));
        assertThat(view().due()).isEqualTo(Money.of(9_000 - minor, "GBP"));
    }
}
