package io.anteroom.controlplane.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.anteroom.controlplane.organisation.Slug.Good;
import io.anteroom.controlplane.organisation.Slug.Problem;
import io.anteroom.controlplane.organisation.Slug.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a1b", "123", "north-lane-dental", "x-y-z"})
    void lettersDigitsAndSingleHyphensMakeASlug(String typed) {
        assertThat(Slug.read(typed)).isEqualTo(new Good(new Slug(typed)));
    }

    @Test
    void capitalsAndSpacesAroundAreForgiven() {
        assertThat(Slug.read("  North-Lane ")).isEqualTo(new Good(new Slug("north-lane")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "'  ', MISSING",
        "ab, TOO_SHORT",
        "nörd, OTHER_CHARACTERS",
        "north_lane, OTHER_CHARACTERS",
        "north.lane, OTHER_CHARACTERS",
        "north lane, OTHER_CHARACTERS",
        "ｎorth, OTHER_CHARACTERS",
        "-north, MISPLACED_HYPHEN",
        "north-, MISPLACED_HYPHEN",
        "north--lane, MISPLACED_HYPHEN",
        "xn--nrd-sna, MISPLACED_HYPHEN",
        "app, RESERVED",
        "OPS, RESERVED",
        "www, RESERVED",
        "inbox, RESERVED",
        "admin, RESERVED"
    })
    void whatCannotBeASlugIsRefusedWithAReason(String typed, Problem problem) {
        assertThat(Slug.read(typed)).isEqualTo(new Refused(problem));
    }

    @Test
    void fiftyCharactersFitAndFiftyOneDoNot() {
        assertThat(Slug.read("a".repeat(50))).isInstanceOf(Good.class);
        assertThat(Slug.read("a".repeat(51))).isEqualTo(new Refused(Problem.TOO_LONG));
    }

    @Test
    void aWordReservedLaterCanStillBeReadFromTheDatabase() {
        assertThat(new Slug("beta").value()).isEqualTo("beta");
    }

    @Test
    void noCodeCanMakeASlugOfAnotherShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug("a--b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug("North"));
    }
}
