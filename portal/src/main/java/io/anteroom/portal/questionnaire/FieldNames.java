package io.anteroom.portal.questionnaire;

import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What fields are called. Link ids may hold any character, so a name is made of the path's hash; nothing is ever read back from it. */
final class FieldNames {

    private FieldNames() {}

    /** Of the field or fields of that item. */
    static String of(ItemPath path) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(path.toString().getBytes(StandardCharsets.UTF_8));
            return "q-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
