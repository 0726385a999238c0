package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import java.util.function.LongFunction;

/**
 * The way through a long list: where one is, one back, one on.
 *
 * @param number the page shown, from 1
 * @param size rows on a page
 * @param total rows in all
 * @param href the address of a page by its number
 */
public record Pagination(long number, long size, long total, LongFunction<String> href) implements Content {

    /** The number of the last page, at least 1. */
    public long last() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** The first row shown, from 1. */
    public long from() {
        return total == 0 ? 0 : (number - 1) * size + 1;
    }

    /** The last row shown. */
    public long to() {
        return Math.min(total, number * size);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partPagination(this).writeTo(output);
    }
}
