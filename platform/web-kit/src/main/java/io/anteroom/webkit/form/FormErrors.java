package io.anteroom.webkit.form;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * What is wrong with a form, in the order of its fields, in plain words. Shown as content it is the summary on top of
 * the form, whose entries lead to the fields; each {@link Field} shows its own part again beside it.
 */
public final class FormErrors implements Content {

    private static final FormErrors NONE = new FormErrors(List.of());

    private final List<FormError> errors;

    private FormErrors(List<FormError> errors) {
        this.errors = List.copyOf(errors);
    }

    /** Nothing is wrong. */
    public static FormErrors none() {
        return NONE;
    }

    /** One thing is wrong, with the field {@code name}. */
    public static FormErrors of(String name, String message) {
        return NONE.with(name, message);
    }

    /** One thing is wrong with the form as a whole. */
    public static FormErrors ofForm(String message) {
        return NONE.with("", message);
    }

    /**
     * What binding and validation found: of each field the first message. A value that could not be read at all says
     * 'Check what you typed here'; a form that can say better reads the text itself.
     */
    public static FormErrors of(Errors found) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (ObjectError error : found.getAllErrors()) {
            String name = error instanceof FieldError field ? field.getField() : "";
            messages.putIfAbsent(name, message(error));
        }
        List<FormError> errors = new ArrayList<>();
        messages.forEach((name, message) -> errors.add(new FormError(name, message)));
        return new FormErrors(errors);
    }

    /** The same and one more. */
    public FormErrors with(String name, String message) {
        List<FormError> more = new ArrayList<>(errors);
        more.add(new FormError(name, message));
        return new FormErrors(more);
    }

    /** These and those. */
    public FormErrors and(FormErrors others) {
        List<FormError> more = new ArrayList<>(errors);
        more.addAll(others.errors);
        return new FormErrors(more);
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !errors.isEmpty();
    }

    /** All of them. */
    public List<FormError> list() {
        return errors;
    }

    /** What is wrong with the field {@code name}, if anything. */
    public @Nullable String on(String name) {
        return errors.stream()
                .filter(error -> error.field().equals(name))
                .map(FormError::message)
                .findFirst()
                .orElse(null);
    }

    private static String message(ObjectError error) {
        boolean unreadable = error instanceof FieldError field && field.isBindingFailure();
        return unreadable
                ? say("Check what you typed here")
                : Objects.requireNonNullElse(error.getDefaultMessage(), "");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        if (any()) {
            new StaticTemplates().formErrorSummary(this).writeTo(output);
        }
    }

    @Override
    public boolean isEmptyContent() {
        return !any();
    }
}
