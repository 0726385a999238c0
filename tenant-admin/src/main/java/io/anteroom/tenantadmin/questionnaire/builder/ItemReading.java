package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.scheduling.setup.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an {@link ItemForm}: what is typed becomes an item, what is wrong a fault of {@link Typed}. */
final class ItemReading {

    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_TIMES = 50;

    private final ItemForm form;
    private final Typed typed;
    private final @Nullable Item stored;

    /**
     * Reads that form.
     *
     * @param stored the item that is changed, or null for a new one
     */
    ItemReading(ItemForm form, Typed typed, @Nullable Item stored) {
        this.form = form;
        this.typed = typed;
        this.stored = stored;
    }

    /** The item, of that link id; nothing where something is wrong. */
    Optional<Item> read(String linkId) {
        String text = typed.lines("text", LONGEST_TEXT);
        if (text.isEmpty() && form.kind() != ItemKind.GROUP && !typed.isFaulty("text")) {
            typed.wrong("text", form.kind().asks() ? "Enter the question" : "Enter the text");
        }
        String prefix = typed.line("prefix", 20);
        String help = form.kind().asks() ? typed.lines("help", LONGEST_TEXT) : "";
        var head = new Item.Head(
                linkId,
                prefix.isEmpty() ? null : prefix,
                text,
                help.isEmpty() ? null : help,
                stored == null ? null : stored.head().enabling());
        Item item = switch (form.kind()) {
            case GROUP -> group(head);
            case DISPLAY -> new Item.Display(head);
            default -> question(head);
        };
        return typed.faults().isEmpty() ? Optional.ofNullable(item) : Optional.empty();
    }

    private @Nullable Item group(Item.Head head) {
        Occurs occurs = occurs();
        if (stored != null) {
            return new Item.Group(head, occurs, stored.items());
        }
        String question = typed.lines("first", LONGEST_TEXT);
        if (question.isEmpty()) {
            typed.wrong("first", "Enter the first question of the group");
            return null;
        }
        return new Item.Group(
                head,
                occurs,
                List.of(new Item.Question(
                        Item.Head.of(head.linkId() + ".1", question),
                        AnswerKind.Words.LINE,
                        Occurs.OPTIONAL,
                        List.of(),
                        List.of())));
    }

    private @Nullable Item question(Item.Head head) {
        Occurs occurs = form.kind() == ItemKind.YES_NO || form.kind() == ItemKind.SIGNATURE
                ? (typed.ticked("required") ? Occurs.REQUIRED : Occurs.OPTIONAL)
                : occurs();
        AnswerKind kind = new AnswerKindReading(form, typed, stored).read();
        if (kind == null) {
            return null;
        }
        return new Item.Question(head, kind, occurs, initial(kind, occurs), List.of());
    }

    private Occurs occurs() {
        boolean required = typed.ticked("required");
        if (!typed.ticked("repeats")) {
            return required ? Occurs.REQUIRED : Occurs.OPTIONAL;
        }
        int least = empty("least") ? (required ? 1 : 0) : typed.number("least", 1, MOST_TIMES, "answers");
        int most = empty("most") ? Occurs.UNBOUNDED : typed.number("most", 2, MOST_TIMES, "answers");
        if (most < least) {
            typed.wrong("most", "Enter at least as many as the least");
            return Occurs.MANY;
        }
        return new Occurs(required ? Math.max(1, least) : empty("least") ? 0 : least, most);
    }

    private List<Value> initial(AnswerKind kind, Occurs occurs) {
        if (kind instanceof AnswerKind.Choice choice) {
            return choice.options().stream()
                    .filter(Option::initial)
                    .map(Option::value)
                    .toList();
        }
        String text = form.kind() == ItemKind.LINES && !occurs.repeats()
                ? typed.lines("initial", LONGEST_TEXT).replace("\n", "\u2028")
                : typed.lines("initial", LONGEST_TEXT);
        var values = new ArrayList<Value>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            String one = line.replace("\u2028", "\n");
            ValueText.read(form.kind(), one)
                    .ifPresentOrElse(values::add, () -> typed.wrong("initial", "Enter " + ValueText.like(form.kind())));
        }
        if (values.size() > 1 && !occurs.repeats()) {
            typed.wrong("initial", "Enter one answer, or allow several");
        }
        return values;
    }

    private boolean empty(String field) {
        return form.text(field).isBlank();
    }
}
