package io.anteroom.clinic.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void noTwoCharactersOfACodeLookAlike() {
        var drawn = Stream.generate(() -> RecoveryCode.draw(new SecureRandom()))
                .limit(500)
                .map(RecoveryCode::value)
                .toList();
        assertThat(drawn).doesNotHaveDuplicates().allMatch(code -> code.matches("[2-9ACDEFHJKMNPQRTVWXY]{12}"));
        assertThat(String.join("", drawn).chars().distinct().count())
                .as("each of the alphabet comes")
                .isEqualTo(26);
    }

    @Test
    void aCodeIsPrintedInGroupsAndReadHoweverItIsTyped() {
        var code = new RecoveryCode("7KQ2MXDA49HF");
        assertThat(code.printed()).isEqualTo("7KQ2-MXDA-49HF");
        assertThat(code.toString()).doesNotContain("7KQ2");
        for (var typed : new String[] {
            "7KQ2-MXDA-49HF", "7kq2mxda49hf", " 7kq2 mxda 49hf ", "7KQ2–MXDA–49HF", "7KQZ.MXDA.49HF", "7kq2\tmxda\n49hf"
        }) {
            assertThat(RecoveryCode.read(typed)).as(typed).contains(code);
        }
        assertThat(RecoveryCode.read("BGSZ-UUUU-2222")).contains(new RecoveryCode("8652VVVV2222"));
    }

    @Test
    void whatCanBeNoCodeIsNone() {
        for (var typed : new String[] {
            "",
            "123456",
            "7KQ2-MXDA-49H",
            "7KQ2-MXDA-49HFX",
            "7KQ2-MXDA-49H0",
            "7KQ2-MXDA-49HO",
            "７ＫＱ２ＭＸＤＡ４９ＨＦ",
            "x".repeat(10_000),
            "\0"
        }) {
            assertThat(RecoveryCode.read(typed)).as(typed).isEmpty();
        }
    }
}
