package io.anteroom.webkit;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a controller answers where it may be one of several things: a page, the same form again with what is wrong, or
 * the way to another page. A controller that only ever shows a page returns the template's model itself.
 */
public sealed interface Reply {

    /**
     * A page, or a fragment of one.
     *
     * @param status the status it is sent with
     * @param content the page
     */
    record Page(HttpStatus status, Content content) implements Reply {}

    /**
     * The way to another page, which the browser then gets (303; for htmx, a whole page).
     *
     * @param url an address on this host, or a full one
     * @param flash a sentence to show there
     */
    record Redirect(String url, @Nullable Flash flash) implements Reply {

        /** The same, and {@code text} is shown on the next page as done. */
        public Redirect done(String text) {
            return new Redirect(url, Flash.done(text));
        }

        /** The same, and {@code text} is shown on the next page as refused. */
        public Redirect refused(String text) {
            return new Redirect(url, Flash.refused(text));
        }
    }

    /** A page. */
    static Reply page(Content content) {
        return new Page(HttpStatus.OK, content);
    }

    /** A page with a status other than 200. */
    static Reply page(HttpStatus status, Content content) {
        return new Page(status, content);
    }

    /** A form again, with what is wrong with what was typed (422; htmx puts it in place). */
    static Reply invalid(Content content) {
        return new Page(HttpStatus.UNPROCESSABLE_CONTENT, content);
    }

    /** The way to another page. Never made of what a visitor sent. */
    static Redirect redirect(String url) {
        return new Redirect(url, null);
    }
}
