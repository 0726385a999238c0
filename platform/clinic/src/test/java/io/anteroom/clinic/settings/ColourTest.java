package io.anteroom.clinic.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

    @Test
    void contrastIsAsWcagCountsIt() {
        assertThat(Colour.BLACK.contrast(Colour.WHITE)).isEqualTo(21, within(0.001));
        assertThat(new Colour("#777777").contrast(Colour.WHITE)).isEqualTo(4.48, within(0.01));
        assertThat(new Colour("#767676").contrast(Colour.WHITE)).isEqualTo(4.54, within(0.01));
        assertThat(Colour.WHITE.contrast(new Colour("#ff0000"))).isEqualTo(3.998, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffd200", "#e0a458", "#ffffff", "#9cc3ff", "#ff69b4"})
    void aFaintColourComesWithOneThatCanBeRead(String hex) {
        PortalDesign design = design(new Colour(hex));

        assertThat(design.mainContrast().passes()).isFalse();
        assertThat(design.mainContrast().suggestion().contrast(Colour.LIGHT_GROUND))
                .isBetween(4.5, 5.0);
    }

    @Test
    void aColourThatCanBeReadIsKeptAsItIs() {
        ContrastCheck check = design(new Colour("#1b4d8f")).mainContrast();

        assertThat(check.passes()).isTrue();
        assertThat(check.suggestion()).isEqualTo(new Colour("#1b4d8f"));
    }

    @Test
    void textOnAnyColourCanBeReadInBothModes() {
        RandomGenerator random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            Colour any = new Colour(String.format("#%06x", random.nextInt(1 << 24)));
            Colour dark = design(any).mainInTheDark();

            assertThat(any.contrast(any.textOnIt())).as(any.hex()).isGreaterThanOrEqualTo(4.5);
            assertThat(dark.contrast(Colour.DARK_GROUND)).as(any.hex()).isGreaterThanOrEqualTo(4.5);
            assertThat(dark.contrast(dark.textOnIt())).as(any.hex()).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void coloursAreReadAsPeopleTypeThem() {
        assertThat(Colour.parse(" 1B4D8F ")).contains(new Colour("#1b4d8f"));
        assertThat(Colour.parse("#1b4d8f")).contains(new Colour("#1b4d8f"));
        assertThat(Colour.parse("red")).isEmpty();
        assertThat(Colour.parse("#12345")).isEmpty();
        assertThat(Colour.parse("")).isEmpty();
    }

    private static PortalDesign design(Colour main) {
        PortalDesign plain = PortalDesign.plain("North");
        return new PortalDesign("North", main, plain.accent(), "", "", "", "", "", null, plain.sections());
    }
}
