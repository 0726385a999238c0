package io.anteroom.clinic.questionnaire.logic;

import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item in a form that somebody fills in; of a repeated group one of its occurrences. Made by {@link FilledForm}. */
public final class Entry {

    private enum Known {
        NOT_YET,
        BEING_FOUND_OUT,
        YES
    }

    private final Item item;
    private final ItemPath path;
    private final @Nullable Entry parent;
    private final int number;
    private final List<Value> answers;
    private final List<Entry> children = new ArrayList<>();
    private Known known = Known.NOT_YET;
    private boolean asked;

    Entry(Item item, ItemPath path, @Nullable Entry parent, int number, List<Value> answers) {
        this.item = item;
        this.path = path;
        this.parent = parent;
        this.number = number;
        this.answers = List.copyOf(answers);
    }

    /** What it is. */
    public Item item() {
        return item;
    }

    /** Where its answer belongs. */
    public ItemPath path() {
        return path;
    }

    /** Which occurrence of a repeated group it is, from 1 on; 1 of anything else. */
    public int number() {
        return number;
    }

    /** What was said, or what stands there before anybody said something; whether it is asked or not. */
    public List<Value> answers() {
        return answers;
    }

    /** What is nested in it, asked or not, each occurrence of a repeated group by itself. */
    public List<Entry> children() {
        return List.copyOf(children);
    }

    /** Whether it is asked, as the answers are. */
    public boolean asked() {
        return asked;
    }

    /** Whether it is asked and has an answer. */
    public boolean answered() {
        return asked && !answers.isEmpty();
    }

    List<Entry> nested() {
        return children;
    }

    @Nullable
    Entry parent() {
        return parent;
    }

    boolean isKnown() {
        return known == Known.YES;
    }

    boolean isBeingFoundOut() {
        return known == Known.BEING_FOUND_OUT;
    }

    void findingOut() {
        known = Known.BEING_FOUND_OUT;
    }

    void found(boolean isAsked) {
        known = Known.YES;
        asked = isAsked;
    }
}
