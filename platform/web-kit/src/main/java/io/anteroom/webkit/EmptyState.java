package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import org.jspecify.annotations.Nullable;

/**
 * What stands where a list would be: a sentence that says so and, where there is one, the next thing to do.
 *
 * @param icon a drawing of what would be listed
 * @param heading a few words: 'No patients yet'
 * @param text a sentence on how things get here
 * @param action the next thing to do
 */
public record EmptyState(
        Icon icon, String heading, String text, @Nullable Link action) implements Content {

    /**
     * A link that looks like a button.
     *
     * @param label a verb and its object
     * @param href where it leads
     */
    public record Link(String label, String href) {}

    /** A sentence without anything to do. */
    public static EmptyState of(Icon icon, String heading, String text) {
        return new EmptyState(icon, heading, text, null);
    }

    /** The same with the next thing to do. */
    public EmptyState action(String label, String href) {
        return new EmptyState(icon, heading, text, new Link(label, href));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partEmptyState(this).writeTo(output);
    }
}
