package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.InvoiceQuery.Order;
import io.anteroom.clinic.billing.InvoiceQuery.Show;
import io.anteroom.clinic.billing.batch.Batch;
import io.anteroom.clinic.billing.batch.BatchItem;
import io.anteroom.clinic.billing.batch.BatchOutcome;
import io.anteroom.clinic.billing.batch.BatchPage;
import io.anteroom.clinic.billing.batch.InvoiceBatches;
import io.anteroom.clinic.billing.batch.LookedAt;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRegister;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkHandler;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.ConcurrencyFailureException;

class InvoiceBatchTest extends BillingFixture {

    @Autowired
    InvoiceBatches batches;

    @Autowired
    InvoiceList list;

    @Autowired
    @Qualifier("io.anteroom.clinic.billing.batch.BatchWork")
    WorkHandler work;

    @Autowired
    StaffRegister staff;

    @BeforeEach
    void robinSendsInvoices() {
        isNow(StaffRole.BILLING);
    }

    @Test
    void allThatCanBeSentIsAndTheReportSaysWhyTheOthersWereNot() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId good = draft(north(), ann, line(100));
        InvoiceId empty = draft(north(), ann);
        InvoiceId unreachable = draft(north(), patient(north(), "Bob", ""), line(100));
        InvoiceId late = as(
                north(),
                () -> billing.draft(ann, new InvoiceDraft(LocalDate.of(2026, 11, 1), "", List.of(line(1))), STAFF));
        InvoiceId sent = sent(north(), ann, 100);
        InvoiceId discarded = draft(north(), ann, line(100));
        InvoiceId also = draft(north(), ann, line(200));

        long batch = begin(UUID.randomUUID(), good, empty, unreachable, late, sent, discarded, also);
        assertThat(find(batch).underway()).isTrue();
        as(north(), () -> billing.discard(discarded, STAFF));
        work(batch);

        assertThat(find(batch).underway()).isFalse();
        assertThat(List.of(find(batch).drafts(), find(batch).sent(), find(batch).skipped()))
                .containsExactly(7, 2, 5);
        assertThat(as(north(), () -> batches.items(batch)))
                .extracting(BatchItem::invoice, BatchItem::outcome)
                .containsExactlyInAnyOrder(
                        tuple(good, BatchOutcome.SENT),
                        tuple(also, BatchOutcome.SENT),
                        tuple(empty, BatchOutcome.NOTHING_TO_PAY),
                        tuple(unreachable, BatchOutcome.NO_EMAIL),
                        tuple(late, BatchOutcome.DUE_IN_THE_PAST),
                        tuple(sent, BatchOutcome.NOT_A_DRAFT),
                        tuple(discarded, BatchOutcome.GONE));
        assertThat(as(north(), () -> batches.items(batch)).getLast().number()).isEqualTo(3);
        assertThat(audited(north())).containsOnlyOnce("invoices-sent-together");
    }

    @Test
    void whatWasLookedAtIsSentAndNothingElse() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId same = draft(north(), ann, line(8_000));
        InvoiceId dearer = draft(north(), ann, line(8_000));
        List<LookedAt> looked = looked(same, dearer);
        int seen = view(north(), dearer).version();
        as(north(), () -> billing.revise(dearer, seen, new InvoiceDraft(DUE, "", List.of(line(80_000))), STAFF));
        long batch = as(north(), () -> batches.begin(UUID.randomUUID(), looked, STAFF))
                .orElseThrow();
        work(batch);

        assertThat(as(north(), () -> batches.items(batch)))
                .extracting(BatchItem::invoice, BatchItem::outcome)
                .containsExactlyInAnyOrder(tuple(same, BatchOutcome.SENT), tuple(dearer, BatchOutcome.CHANGED));
        assertThat(view(north(), dearer).state()).isEqualTo(InvoiceState.DRAFT);
        assertThat(mails(north())).hasSize(1);
    }

    @Test
    void aDraftThatBreaksIsPassedOverAndHoldsNobodyUp() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId broken = draft(north(), ann, line(100));
        InvoiceId good = draft(north(), ann, line(100));
        long batch = begin(UUID.randomUUID(), broken, good);
        inTransaction(
                north(),
                () -> data.sql("update __tenant__.invoice set currency = 'ZZZ' where id = :id")
                        .param("id", broken.value())
                        .update());
        work(batch);

        assertThat(find(batch).underway()).isFalse();
        assertThat(as(north(), () -> batches.items(batch)))
                .extracting(BatchItem::invoice, BatchItem::outcome, BatchItem::number)
                .containsExactlyInAnyOrder(
                        tuple(broken, BatchOutcome.FAILED, null), tuple(good, BatchOutcome.SENT, 1L));
        assertThat(mails(north())).hasSize(1);
    }

    @Test
    void aDraftWhoseLockWasLostIsSentWhenTheQueueComesAgain() {
        InvoiceId id = draft(north(), patient(north(), "Ann", "ann@example.org"), line(100));
        long batch = begin(UUID.randomUUID(), id);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CurrentTenant.run(
                    north(),
                    () -> transaction.executeWithoutResult(status -> {
                        lock("invoice", id.value());
                        Future<?> worker = threads.submit(() -> work(batch));
                        while (!somebodyWaits() && !worker.isDone()) {
                            Thread.onSpinWait();
                        }
                        getIntoADeadLock(batch);
                        status.setRollbackOnly();
                    }));
        }

        work(batch);

        assertThat(as(north(), () -> batches.items(batch)))
                .extracting(BatchItem::outcome)
                .containsExactly(BatchOutcome.SENT);
    }

    /** The database lets go of one of the two: nearly always of the worker, which has waited longer. */
    private void getIntoADeadLock(long batch) {
        try {
            lock("invoice_batch", batch);
        } catch (ConcurrencyFailureException _) {
            // Then the worker goes on once this is over.
        }
    }

    private void lock(String table, long id) {
        data.sql("select id from __tenant__." + table + " where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private boolean somebodyWaits() {
        return data.sql("select exists (select from pg_catalog.pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void whoMayNotSendInvoicesAnyMoreSendsNoneByABatchEither() {
        InvoiceId id = draft(north(), patient(north(), "Ann", "ann@example.org"), line(100));
        long batch = begin(UUID.randomUUID(), id);
        isNow(StaffRole.PRACTITIONER);
        work(batch);

        assertThat(as(north(), () -> batches.items(batch)))
                .extracting(BatchItem::outcome)
                .containsExactly(BatchOutcome.NOT_PERMITTED);
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.DRAFT);
        var stranger = new Actor.Staff("staff-9", "Nobody");
        long other = as(north(), () -> batches.begin(UUID.randomUUID(), looked(id), stranger))
                .orElseThrow();
        work(other);
        assertThat(find(other).skipped()).isOne();
    }

    private void isNow(StaffRole role) {
        CurrentTenant.run(
                north(),
                () -> staff.noteSignIn(new StaffMember(STAFF.id(), STAFF.name(), "robin@example.org", Set.of(role))));
    }

    @Test
    void aSecondClickBeginsNoSecondBatch() throws Exception {
        InvoiceId id = draft(north(), patient(north(), "Ann", "ann@example.org"), line(100));
        UUID token = UUID.randomUUID();
        Callable<Long> click = () -> begin(token, id);
        List<Long> begun = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> each : threads.invokeAll(List.of(click, click, click))) {
                begun.add(each.get());
            }
        }

        assertThat(begun).hasSize(3).containsOnly(begun.getFirst());
        work(begun.getFirst());
        work(begun.getFirst());
        assertThat(mails(north())).hasSize(1);
        assertThat(find(begun.getFirst()).sent()).isOne();
    }

    @Test
    void aWorkerThatDiesMidwayIsFollowedByOneThatGoesOn() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId first = draft(north(), ann, line(100));
        InvoiceId second = draft(north(), ann, line(100));
        long batch = begin(UUID.randomUUID(), first, second);
        CurrentTenant.run(
                north(),
                () -> transaction.executeWithoutResult(status -> {
                    handle(batch); // all of it within this transaction, which is lost
                    status.setRollbackOnly();
                }));
        assertThat(find(batch).done()).isZero();

        work(batch);

        assertThat(find(batch).sent()).isEqualTo(2);
        assertThat(List.of(view(north(), first), view(north(), second)))
                .extracting(InvoiceView::number)
                .containsExactly(1L, 2L);
        assertThat(mails(north())).hasSize(2);
    }

    @Test
    void twoBatchesOfOneDraftSendItOnce() {
        InvoiceId id = draft(north(), patient(north(), "Ann", "ann@example.org"), line(100));
        long one = begin(UUID.randomUUID(), id);
        long other = begin(UUID.randomUUID(), id);

        work(other);
        work(one);

        assertThat(find(other).sent()).isOne();
        assertThat(find(one).skipped()).isOne();
        assertThat(mails(north())).hasSize(1);
    }

    @Test
    void allDraftsThatASearchFindsCanBeChosen() {
        draft(north(), patient(north(), "Ann", "ann@example.org"), line(100));
        InvoiceId bobs = draft(north(), patient(north(), "Bob", "bob@example.org"), line(100));
        sent(north(), patient(north(), "Bob", "bob2@example.org"), 100);

        var query = new InvoiceQuery(Show.DRAFT, "bob", null, Order.NUMBER, false, 1);
        assertThat(as(north(), () -> list.drafts(query, 10)))
                .extracting(InvoiceRow::id)
                .containsExactly(bobs);
    }

    @Test
    void allBatchesAreListedTheNewestFirstWithWhatCameOfThem() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        long first = begin(UUID.randomUUID(), draft(north(), ann, line(100)), draft(north(), ann));
        clock.advance(Duration.ofMinutes(1));
        long second = begin(UUID.randomUUID(), draft(north(), ann, line(100)));
        work(first);

        BatchPage page = as(north(), () -> batches.page(1));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.batches())
                .extracting(Batch::id, Batch::underway, Batch::drafts, Batch::sent, Batch::skipped)
                .containsExactly(tuple(second, true, 1, 0, 0), tuple(first, false, 2, 1, 1));
        assertThat(as(north(), () -> batches.page(2)).batches()).isEmpty();
        assertThat(as(south(), () -> batches.page(1)).batches()).isEmpty();
    }

    @Test
    void anotherClinicsDraftsAndBatchesDoNotExist() {
        InvoiceId ours = draft(north(), patient(north(), "Ann", "ann@example.org"), line(100));
        long batch = begin(UUID.randomUUID(), ours);

        assertThat(as(south(), () -> batches.find(batch))).isEmpty();
        assertThat(as(south(), () -> batches.items(batch))).isEmpty();
        CurrentTenant.run(south(), () -> handle(batch));
        assertThat(find(batch).done()).isZero();
        long theirs = as(south(), () -> batches.begin(UUID.randomUUID(), looked(ours), STAFF))
                .orElseThrow();
        assertThat(as(south(), () -> batches.find(theirs)).orElseThrow().underway())
                .isFalse();
    }

    private long begin(UUID token, InvoiceId... drafts) {
        return as(north(), () -> batches.begin(token, looked(drafts), STAFF)).orElseThrow();
    }

    /** As they are now. */
    private List<LookedAt> looked(InvoiceId... drafts) {
        return Stream.of(drafts)
                .map(id -> new LookedAt(id, view(north(), id).version()))
                .toList();
    }

    private Batch find(long batch) {
        return as(north(), () -> batches.find(batch)).orElseThrow();
    }

    private void work(long batch) {
        CurrentTenant.run(north(), () -> handle(batch));
    }

    private void handle(long batch) {
        try {
            work.handle(Long.toString(batch));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
