package io.anteroom.clinic.patient.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Finds out how a file's text is encoded, since spreadsheets don't say. */
final class TextEncoding {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BE_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final int SAMPLE = 4_000;
    /** A byte in so many is zero at least, if it is UTF-16. */
    private static final int FEWEST_ZEROS = 16;

    private TextEncoding() {}

    /**
     * A file's text.
     *
     * @param charset the name of the encoding it was read in
     */
    record Decoded(String text, String charset) {}

    /** The text, read by its mark, else as UTF-8 or UTF-16 if it is that, else as spreadsheets of the country write. */
    static Optional<Decoded> decode(byte[] bytes, String country) {
        if (startsWith(bytes, UTF_8_MARK)) {
            return strictly(without(bytes, UTF_8_MARK), StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, UTF_16_LE_MARK)) {
            return strictly(without(bytes, UTF_16_LE_MARK), StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, UTF_16_BE_MARK)) {
            return strictly(without(bytes, UTF_16_BE_MARK), StandardCharsets.UTF_16BE);
        }
        return withoutMark(bytes, country);
    }

    private static Optional<Decoded> withoutMark(byte[] bytes, String country) {
        int evenZeros = zeros(bytes, 0);
        int oddZeros = zeros(bytes, 1);
        if (evenZeros + oddZeros > Math.min(bytes.length, SAMPLE) / FEWEST_ZEROS) {
            return strictly(bytes, oddZeros > evenZeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> country.equals("JP") ? strictly(bytes, Charset.forName("windows-31j")) : Optional.empty())
                .or(() -> Optional.of(new Decoded(new String(bytes, Charset.forName("windows-1252")), "windows-1252")));
    }

    /** Zero bytes, which only UTF-16 has in a table of text: in front of or behind each plain letter. */
    private static int zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < Math.min(bytes.length, SAMPLE); i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private static Optional<Decoded> strictly(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new Decoded(text, charset.name()));
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] without(byte[] bytes, byte[] mark) {
        return Arrays.copyOfRange(bytes, mark.length, bytes.length);
    }
}
