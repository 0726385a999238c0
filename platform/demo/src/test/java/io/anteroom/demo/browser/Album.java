package io.anteroom.demo.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages seen on one way through the product, numbered in the order they were seen, and what was wrong with them.
 * Flaws are gathered rather than thrown, so that one run shows those of all pages. Pages with a flaw are photographed, and
 * all where {@code -Dlooks=pictures} asks for it: nothing is read from a picture but by people, and seven hundred take long.
 */
public final class Album {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final boolean ASKED_FOR = "pictures".equals(System.getProperty("looks"));

    private final String prefix;
    private final boolean ofAll;
    private final List<String> flaws = new ArrayList<>();
    private int pages;

    /** An album whose pictures are called {@code <prefix><number>-<page>-<width>.png}. */
    public Album(String prefix) {
        this(prefix, ASKED_FOR);
    }

    Album(String prefix, boolean ofAll) {
        this.prefix = prefix;
        this.ofAll = ofAll;
    }

    /** Whether it is to have a picture of a page without a flaw too. */
    boolean isOfAll() {
        return ofAll;
    }

    /** Everything wrong so far, each with the page it was on. */
    public List<String> flaws() {
        return List.copyOf(flaws);
    }

    /** Where the last page of a visit is kept. */
    Path last(Screen screen) {
        return picture(prefix + "last", screen);
    }

    String number(String page) {
        return "%s%02d-%s".formatted(prefix, ++pages, page);
    }

    Path picture(String page, Screen screen) {
        return SCREENSHOTS.resolve(page + "-" + screen.width + ".png");
    }

    void flaw(String numbered, String what) {
        flaws.add(numbered + ": " + what);
    }
}
