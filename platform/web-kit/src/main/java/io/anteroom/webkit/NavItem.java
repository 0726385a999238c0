package io.anteroom.webkit;

/**
 * An entry of a page's navigation.
 *
 * @param key what a page names to mark this entry as where the person is
 * @param label the words on it
 * @param href its address
 * @param icon the picture beside the words
 */
public record NavItem(String key, String label, String href, Icon icon) {}
