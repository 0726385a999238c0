package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.tenancy.EnumCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an item can be, in the words of whoever writes a questionnaire. */
public enum ItemKind {
    LINE("A line of text", "Names, short answers"),
    LINES("Several lines of text", "Answers in their own words"),
    YES_NO("Yes or no", ""),
    CHOICE("A choice", "One or several of your answers, or their own words"),
    WHOLE("A whole number", "Years, times a day"),
    DECIMAL("A number", "With decimal places"),
    AMOUNT("A number with a unit", "Weight, height, dose"),
    DAY("A date", ""),
    MOMENT("A date and time", ""),
    TIME("A time of day", ""),
    LINK("A web address", ""),
    ATTACHMENT("A file", "A picture or a document they send"),
    SIGNATURE("A signature", "Drawn, or their name typed to sign"),
    GROUP("A group", "Questions that belong together; one screen on a phone"),
    DISPLAY("A text", "It explains and asks nothing");

    private final String words;
    private final String hint;

    ItemKind(String words, String hint) {
        this.words = words;
        this.hint = hint;
    }

    /** As staff read it. */
    public String words() {
        return words;
    }

    /** What it is good for, or empty. */
    public String hint() {
        return hint;
    }

    /** As in an address and in a form. */
    public String code() {
        return EnumCode.of(this);
    }

    /** Whether it asks something. */
    public boolean asks() {
        return this != GROUP && this != DISPLAY;
    }

    /** Whether its answers have a least and a most. */
    public boolean bounded() {
        return switch (this) {
            case WHOLE, DECIMAL, AMOUNT, DAY, MOMENT, TIME -> true;
            default -> false;
        };
    }

    /** Those that a new item can be. */
    public static List<ItemKind> offered() {
        return List.of(values());
    }

    static Optional<ItemKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** What that item is. */
    public static ItemKind of(Item item) {
        return switch (item) {
            case Item.Group _ -> GROUP;
            case Item.Display _ -> DISPLAY;
            case Item.Question question -> of(question.kind());
        };
    }

    private static ItemKind of(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Words words -> words.lines() ? LINES : LINE;
            case AnswerKind.YesNo _ -> YES_NO;
            case AnswerKind.Choice _ -> CHOICE;
            case AnswerKind.Whole _ -> WHOLE;
            case AnswerKind.Decimal _ -> DECIMAL;
            case AnswerKind.Amount _ -> AMOUNT;
            case AnswerKind.Day _ -> DAY;
            case AnswerKind.Moment _ -> MOMENT;
            case AnswerKind.Clock _ -> TIME;
            case AnswerKind.Link _ -> LINK;
            case AnswerKind.Attachment _ -> ATTACHMENT;
            case AnswerKind.Signature _ -> SIGNATURE;
        };
    }
}
