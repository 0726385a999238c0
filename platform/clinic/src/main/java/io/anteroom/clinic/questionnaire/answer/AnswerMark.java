package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.definition.ValueJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A few characters by which answers are told apart. A page carries those of what it showed, so that it is known later whether somebody
 * changed an answer there, or it was changed elsewhere meanwhile. Whoever signs twice by the same name has changed nothing.
 *
 * @param text sixteen hexadecimal digits
 */
public record AnswerMark(String text) {

    private static final int BYTES = 8;

    /** Of these answers. */
    public static AnswerMark of(List<Value> answers) {
        List<Value> plain = answers.stream().map(AnswerMark::plain).toList();
        byte[] hash = sha256().digest(ValueJson.write(plain).getBytes(StandardCharsets.UTF_8));
        return new AnswerMark(HexFormat.of().formatHex(hash, 0, BYTES));
    }

    private static Value plain(Value answer) {
        if (answer instanceof Value.Signed signed) {
            return new Value.Text(signed.drawing() == null ? signed.name() : signed.drawing());
        }
        return answer;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
