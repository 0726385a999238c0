package io.anteroom.bench;

import java.util.Set;

/** Measures one or several items of the table. */
public interface Part {

    /** The numbers of the items it measures, as {@code -Dbench.only} names them. */
    Set<Integer> items();

    /** What it measures, for the line that says it is at work. */
    String title();

    /**
     * Measures the wanted ones of its items and adds their rows. What it compares it measures side by side, in rounds that
     * take turns ({@link Rounds}).
     */
    void measure(House house, Report report) throws Exception;
}
