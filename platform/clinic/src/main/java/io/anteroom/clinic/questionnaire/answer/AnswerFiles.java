package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.file.content.FileRefusal;
import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.file.upload.Uploading;
import io.anteroom.clinic.file.upload.Uploads;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files as answers, and signatures that are drawn. A file is read, looked at and kept before the answer is written, and claimed in the
 * transaction that writes it; of one that nobody claims nothing stays. Where a question takes one file, another takes its place.
 */
@Component
public class AnswerFiles {

    /** How many bytes the files of a form may have together. */
    public static final long MOST_BYTES = 100L * 1024 * 1024;

    /** How many files a form may have. */
    static final int MOST_OF_FORM = 30;

    private static final long LARGEST_DRAWING = 500_000;

    private final FillingIn filling;
    private final PatientForms forms;
    private final SavedAnswers answers;
    private final FormFiles formFiles;
    private final Files files;
    private final Uploads uploads;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnswerFiles(
            FillingIn filling,
            PatientForms forms,
            SavedAnswers answers,
            FormFiles formFiles,
            Files files,
            Uploads uploads,
            WorkQueue work,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.filling = filling;
        this.forms = forms;
        this.answers = answers;
        this.formFiles = formFiles;
        this.files = files;
        this.uploads = uploads;
        this.work = work;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Adds a file to a question that asks for files. Outside any transaction.
     *
     * @throws IOException if it breaks off
     */
    public Attaching attach(
            VisibleChart chart, Reference form, ItemPath path, @Nullable String name, InputStream content)
            throws IOException {
        return add(chart, form, path, AnswerKind.Attachment.class, name, content);
    }

    /**
     * Signs with a drawing, in place of a name that was typed. Outside any transaction.
     *
     * @param png the picture
     * @throws IOException if it breaks off
     */
    public Attaching sign(VisibleChart chart, Reference form, ItemPath path, InputStream png) throws IOException {
        return add(chart, form, path, AnswerKind.Signature.class, "signature.png", png);
    }

    private Attaching add(
            VisibleChart chart,
            Reference form,
            ItemPath path,
            Class<? extends AnswerKind> kind,
            @Nullable String name,
            InputStream content)
            throws IOException {
        Filling open = filling.open(chart, form).orElse(null);
        Entry entry = open == null ? null : asked(open, path, kind).orElse(null);
        if (open == null || entry == null) {
            return new Attaching.NotThere();
        }
        if (full(open, entry, 0)) {
            return new Attaching.Full();
        }
        return switch (uploads.ofAccount(chart.viewer().account(), name, content, chart.actor())) {
            case Uploading.Busy _ -> new Attaching.Busy();
            case Uploading.TooOften _ -> new Attaching.TooOften();
            case Uploading.Refused(var why) -> new Attaching.Refused(why);
            case Uploading.Taken(StoredFile file) -> {
                Attaching wrong = wrong(((Item.Question) entry.item()).kind(), file);
                if (wrong != null) {
                    yield wrong;
                }
                String sha1 = kind == AnswerKind.Attachment.class ? FileHash.sha1(files.open(file.id())) : null;
                yield Objects.requireNonNull(transaction.execute(_ -> written(chart, form, path, kind, file, sha1)));
            }
        };
    }

    private static @Nullable Attaching wrong(AnswerKind kind, StoredFile file) {
        if (kind instanceof AnswerKind.Attachment asks) {
            if (!asks.takes(file.type().mediaType())) {
                return new Attaching.OtherKind();
            }
            Long most = asks.mostBytes();
            return most != null && file.size() > most ? new Attaching.TooLarge(most) : null;
        }
        boolean drawing = file.type() == FileType.PNG && file.size() <= LARGEST_DRAWING;
        return drawing ? null : new Attaching.Refused(FileRefusal.NOT_ALLOWED);
    }

    private Attaching written(
            VisibleChart chart,
            Reference form,
            ItemPath path,
            Class<? extends AnswerKind> kind,
            StoredFile file,
            @Nullable String sha1) {
        Optional<Assignment> locked = forms.lock(chart, form);
        Filling open = locked.isEmpty() ? null : filling.open(chart, form).orElse(null);
        Entry entry = open == null ? null : asked(open, path, kind).orElse(null);
        if (open == null || entry == null) {
            return new Attaching.NotThere();
        }
        if (full(open, entry, file.size())) {
            return new Attaching.Full();
        }
        var question = (Item.Question) entry.item();
        String urn = NamedFiles.urn(file.id());
        Value value = question.kind() instanceof AnswerKind.Signature
                ? new Value.Signed(chart.actor().name(), clock.instant(), question.text(), urn)
                : new Value.Attached(urn, file.type().mediaType(), file.name(), file.size(), sha1);
        List<Value> now = question.occurs().repeats()
                ? Stream.concat(entry.answers().stream(), Stream.of(value)).toList()
                : List.of(value);
        files.claim(file.id());
        save(chart, open.assignment(), entry, now);
        return new Attaching.Done();
    }

    /** Takes a file away, or a signature that was drawn; whether it was there. */
    public boolean remove(VisibleChart chart, Reference form, ItemPath path, FileId file) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (forms.lock(chart, form).isEmpty()) {
                return false;
            }
            Filling open = filling.open(chart, form).orElse(null);
            Entry entry =
                    open == null ? null : asked(open, path, AnswerKind.class).orElse(null);
            if (open == null || entry == null) {
                return false;
            }
            var left = new ArrayList<>(entry.answers());
            if (!left.removeIf(
                    answer -> NamedFiles.of(answer).filter(file::equals).isPresent())) {
                return false;
            }
            save(chart, open.assignment(), entry, left);
            return true;
        }));
    }

    private void save(VisibleChart chart, Assignment form, Entry entry, List<Value> now) {
        answers.put(
                form.id(),
                Map.of(entry.path(), now),
                forms.saved(form.id()),
                chart.viewer().account(),
                clock.instant());
        formFiles.letGo(List.of(entry.answers()), List.of(now));
        work.add(UnsentFiles.KIND, form.id().toString(), clock.instant().plus(UnsentFiles.KEPT));
    }

    /** Opens a file of a form that the viewer may see; of one that was handed in it is noted. */
    public Opening open(VisibleChart chart, Reference form, FileId file) {
        return filling.open(chart, form)
                .or(() -> Objects.requireNonNull(transaction.execute(_ -> filling.read(chart, form))))
                .filter(found -> NamedFiles.in(found.form()).contains(file))
                .map(_ -> files.open(file))
                .orElseGet(Opening.NotThere::new);
    }

    private static Optional<Entry> asked(Filling open, ItemPath path, Class<? extends AnswerKind> kind) {
        return open.form()
                .entry(path)
                .filter(Entry::asked)
                .filter(entry -> entry.item() instanceof Item.Question question && kind.isInstance(question.kind()));
    }

    private static boolean full(Filling open, Entry entry, long more) {
        var question = (Item.Question) entry.item();
        if (question.kind() instanceof AnswerKind.Signature) {
            return false;
        }
        boolean several = question.occurs().repeats();
        List<Value.Attached> there = open.form().all().stream()
                .filter(one -> several || one != entry)
                .flatMap(one -> one.answers().stream())
                .filter(Value.Attached.class::isInstance)
                .map(Value.Attached.class::cast)
                .toList();
        return (several && entry.answers().size() >= AnswerKind.Attachment.most(question.occurs()))
                || there.size() >= MOST_OF_FORM
                || there.stream().mapToLong(Value.Attached::bytes).sum() + more > MOST_BYTES;
    }
}
