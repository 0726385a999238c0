package io.anteroom.clinic.billing.plan;

import static java.util.Comparator.comparing;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.Payers;
import io.anteroom.clinic.billing.card.CardHolders;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.work.WorkQueue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the worker does about a plan in the clinic's own data, each step a transaction under the plan's lock. */
@Component
class PlanSteps {

    private final PlanStore store;
    private final PlanEnds ends;
    private final PlanMail mail;
    private final PlanAudit audit;
    private final InvoiceDesk invoices;
    private final Payers payers;
    private final CardHolders holders;
    private final PublishedPortals portals;
    private final WorkQueue work;
    private final Clock clock;

    PlanSteps(
            PlanStore store,
            PlanEnds ends,
            PlanMail mail,
            PlanAudit audit,
            InvoiceDesk invoices,
            Payers payers,
            CardHolders holders,
            PublishedPortals portals,
            WorkQueue work,
            Clock clock) {
        this.store = store;
        this.ends = ends;
        this.mail = mail;
        this.audit = audit;
        this.invoices = invoices;
        this.payers = payers;
        this.holders = holders;
        this.portals = portals;
        this.work = work;
        this.clock = clock;
    }

    /** What there is to do now. Of a try that was begun nothing else is done before it is known what came of it. */
    @Transactional
    public PlanStep next(PlanId id) {
        Optional<PaymentPlan> found = store.lock(id);
        if (found.isEmpty()) {
            return new PlanStep.Done();
        }
        PaymentPlan plan = found.get();
        InvoiceView invoice = invoices.find(plan.invoice()).orElseThrow();
        Optional<Instalment> asked = plan.underWay();
        if (asked.isPresent()) {
            return ask(plan, asked.get(), invoice);
        }
        return plan.state() == PlanState.RUNNING ? goOn(plan, invoice) : new PlanStep.Done();
    }

    private PlanStep goOn(PaymentPlan plan, InvoiceView invoice) {
        List<Instalment> due = plan.instalments().stream()
                .filter(each -> each.state() == InstalmentState.DUE)
                .sorted(comparing(Instalment::nextAt).thenComparingInt(Instalment::number))
                .toList();
        if (due.isEmpty() || invoice.dueMinor() <= 0) {
            ends.end(invoice, plan, due.isEmpty() ? PlanReason.DONE : PlanReason.NOTHING_DUE);
            return new PlanStep.Done();
        }
        AccountId account = Objects.requireNonNull(plan.account());
        String name = holders.seeing(invoice.patient(), List.of(account)).get(account);
        if (name == null || !PlanSections.areOn(portals.current())) {
            ends.pause(invoice, plan, name == null ? PlanReason.NO_ACCESS : PlanReason.SWITCHED_OFF);
            return new PlanStep.Done();
        }
        Instant now = clock.instant();
        due.stream()
                .filter(each -> isToBeNoticed(each) && !noticeAt(each).isAfter(now))
                .forEach(each -> notice(plan, each, invoice, now));
        Instalment first = due.getFirst();
        if (!first.nextAt().isAfter(now)) {
            Instant awake = PlanDays.awake(now);
            if (awake.equals(now)) {
                return charge(plan, first, invoice, new Actor.PortalUser(account.toString(), name));
            }
            work.add(PlanWork.KIND, plan.id().toString(), awake);
            return new PlanStep.Done();
        }
        Stream.concat(
                        due.stream().map(Instalment::nextAt),
                        due.stream().filter(PlanSteps::isToBeNoticed).map(PlanSteps::noticeAt))
                .filter(then -> then.isAfter(now))
                .min(Instant::compareTo)
                .ifPresent(then -> work.add(PlanWork.KIND, plan.id().toString(), then));
        return new PlanStep.Done();
    }

    private static boolean isToBeNoticed(Instalment instalment) {
        return !instalment.noticed() && instalment.refusals() == 0;
    }

    private static Instant noticeAt(Instalment instalment) {
        return PlanDays.notice(instalment.day());
    }

    /** Told late, as after the worker stood still, it is no notice; then it is charged without. */
    private void notice(PaymentPlan plan, Instalment instalment, InvoiceView invoice, Instant now) {
        Money amount = plan.charge(instalment, invoice.due());
        if (amount.isPositive() && PlanDays.charge(instalment.day()).isAfter(now)) {
            mail.notice(invoice, plan, instalment, amount);
        }
        store.noticed(plan.id(), instalment.number(), now);
    }

    private PlanStep charge(PaymentPlan plan, Instalment instalment, InvoiceView invoice, Actor.PortalUser payer) {
        Instant now = clock.instant();
        if (PlanDays.isTooLate(instalment.day(), now)) {
            ends.pause(invoice, plan, PlanReason.NOT_IN_TIME);
            return new PlanStep.Done();
        }
        Money amount = plan.charge(instalment, invoice.due());
        if (!amount.fitsACard()) {
            store.skipped(plan.id(), instalment.number(), now);
            return new PlanStep.Again();
        }
        PaymentId attempt = attempt(plan, instalment);
        store.begun(plan.id(), instalment.number(), attempt, amount);
        payers.went(attempt, payer);
        audit.charging(invoice, plan.id(), instalment, attempt, amount);
        // Should this process die now, the work is still there; should it be lost, it is asked then.
        return new PlanStep.Ask(
                plan.id(),
                instalment.number(),
                attempt,
                invoice.payable(),
                amount,
                Objects.requireNonNull(plan.account()),
                true);
    }

    /** What is asked is what was written down, also where the plan has stopped since: then it is only found out. */
    private PlanStep ask(PaymentPlan plan, Instalment instalment, InvoiceView invoice) {
        if (instalment.nextAt().isAfter(clock.instant())) {
            work.add(PlanWork.KIND, plan.id().toString(), instalment.nextAt());
            return new PlanStep.Done();
        }
        return new PlanStep.Ask(
                plan.id(),
                instalment.number(),
                Objects.requireNonNull(instalment.attempt()),
                invoice.payable(),
                Objects.requireNonNull(instalment.asked()),
                Objects.requireNonNull(plan.account()),
                plan.state() == PlanState.RUNNING);
    }

    /** The same for the same try of the same instalment, whoever asks and however often; platform-wide by the plan's token. */
    static PaymentId attempt(PaymentPlan plan, Instalment instalment) {
        String name = plan.token() + " " + instalment.number() + " " + (instalment.tries() + 1);
        return new PaymentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Notes what came of a try, once: told again, by two workers at once, nothing changes. */
    @Transactional
    public void heard(PlanStep.Ask asked, Heard heard) {
        store.lock(asked.plan())
                .flatMap(plan -> plan.instalment(asked.number())
                        .filter(each -> asked.attempt().equals(each.attempt()))
                        .map(each -> new Tried(plan, each, asked)))
                .ifPresent(tried -> note(tried, heard, clock.instant()));
    }

    private record Tried(PaymentPlan plan, Instalment instalment, PlanStep.Ask asked) {}

    private void note(Tried tried, Heard heard, Instant now) {
        PlanId plan = tried.plan.id();
        int number = tried.instalment.number();
        switch (heard) {
            case Heard.Paid() -> store.paid(plan, number, tried.asked.attempt(), tried.asked.amount());
            case Heard.Declined declined -> declined(tried, declined, now);
            case Heard.Unknown() -> store.askedAgain(plan, number, now.plus(PlanDays.ASK));
            case Heard.CalledOff() -> store.postponed(plan, number, now.plus(PlanDays.SOON));
            case Heard.Later() -> store.postponed(plan, number, PlanDays.tomorrow(now));
            case Heard.NoCard() -> {
                store.postponed(plan, number, now);
                if (tried.plan.state() == PlanState.RUNNING) {
                    ends.pause(invoice(tried), tried.plan, PlanReason.NO_CARD);
                }
            }
        }
    }

    /** Where the bank wants the person, they are asked to pay by the payment's own mail, and it is tried again all the same. */
    private void declined(Tried tried, Heard.Declined declined, Instant now) {
        PaymentPlan plan = tried.plan;
        int number = tried.instalment.number();
        InvoiceView invoice = invoice(tried);
        audit.refused(invoice, plan.id(), tried.instalment, tried.asked.attempt(), declined.failure());
        var again = PlanDays.again(tried.instalment.refusals() + 1, now);
        if (again.isPresent()) {
            store.refused(plan.id(), number, PlanDays.charge(again.get()));
            if (plan.state() == PlanState.RUNNING && !declined.person()) {
                mail.refused(invoice, plan, tried.asked.amount(), again.get());
            }
            return;
        }
        store.failed(plan.id(), number, now);
        if (plan.state() == PlanState.RUNNING) {
            ends.pause(invoice, plan, PlanReason.REFUSED);
        }
    }

    private InvoiceView invoice(Tried tried) {
        return invoices.find(tried.plan.invoice()).orElseThrow();
    }
}
