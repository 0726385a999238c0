package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Tells whether something is still what a page showed: a form sends it back, and what has another one by then was changed by
 * somebody else. An item's leaves out what is nested in it, so that two people can write side by side.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** Of one item without what is nested in it. */
    public static String of(Item item) {
        return digest(Tree.within(item, List.of()).toString());
    }

    /** Of what stands above the questions. */
    public static String ofHeading(Questionnaire form) {
        return digest(
                form.title() + '\u0000' + Objects.toString(form.description(), "\u0001") + '\u0000' + form.language());
    }

    /** Of what is added up. */
    public static String ofTotals(Questionnaire form) {
        return digest(form.totals().toString());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
