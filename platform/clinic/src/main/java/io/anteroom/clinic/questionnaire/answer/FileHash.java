package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.file.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The hash that FHIR gives an attachment: SHA-1, which tells whether a file is whole and seals nothing. */
final class FileHash {

    private FileHash() {}

    /** In base 64; null where the file can't be read, since it waits for the scanner. */
    static @Nullable String sha1(Opening opening) throws IOException {
        if (!(opening instanceof Opening.Opened(var content))) {
            return null;
        }
        MessageDigest sha1 = sha1();
        try (InputStream in = new DigestInputStream(content.from(0), sha1)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Base64.getEncoder().encodeToString(sha1.digest());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
