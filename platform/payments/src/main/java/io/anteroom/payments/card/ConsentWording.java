package io.anteroom.payments.card;

import java.util.Locale;

/**
 * What somebody agrees to, as it is shown to them.
 *
 * @param version which version of the words it is, counted from 1 in all languages alike
 * @param text the words to the letter, at most 4000 characters
 * @param language in which they are
 */
public record ConsentWording(int version, String text, Locale language) {}
