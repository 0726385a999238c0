package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import org.jspecify.annotations.Nullable;

/**
 * A button that changes something: a form of its own, which works without JavaScript.
 *
 * @param url where it is posted
 * @param label a verb and its object
 * @param style its look, the classes behind {@code btn}
 * @param icon a drawing before the label
 */
public record PostButton(
        String url, String label, String style, @Nullable Icon icon) implements Content {

    /** The one main button of a page. */
    public static PostButton primary(String url, String label) {
        return new PostButton(url, label, "btn btn-primary", null);
    }

    /** Any other button. */
    public static PostButton plain(String url, String label) {
        return new PostButton(url, label, "btn", null);
    }

    /** A button that looks like a link. */
    public static PostButton link(String url, String label) {
        return new PostButton(url, label, "btn btn-link", null);
    }

    /** A button that takes something away. */
    public static PostButton danger(String url, String label) {
        return new PostButton(url, label, "btn btn-outline-danger", null);
    }

    /** The same with a drawing. */
    public PostButton icon(Icon drawing) {
        return new PostButton(url, label, style, drawing);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partPostButton(this).writeTo(output);
    }
}
