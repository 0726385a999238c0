package io.anteroom.controlplane.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugSuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "North Lane Dental, north-lane-dental",
        "Zahnärzte am Weißensee, zahnaerzte-am-weissensee",
        "St. Mary's & Sons, st-marys-and-sons",
        "Clínica São João, clinica-sao-joao",
        "Łódź Ortopedia, lodz-ortopedia",
        "Айболит, ajbolit",
        "Ιατρείο, iatreio",
        "さくら クリニック, sakura-kurinikku",
        "Ab, clinic-ab",
        "App, app-clinic"
    })
    void anOrganisationsNameBecomesASlug(String name, String slug) {
        assertThat(SlugSuggestion.of(name)).first().isEqualTo(new Slug(slug));
    }

    @Test
    void aChineseNameBecomesASlugOfLatinLetters() {
        assertThat(SlugSuggestion.of("北京口腔诊所").getFirst().value()).matches("[a-z0-9-]{3,50}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!!!", "★"})
    void aNameWithoutLettersGivesNoSuggestion(String name) {
        assertThat(SlugSuggestion.of(name)).isEmpty();
    }

    @Test
    void aLongNameIsCutAtAWord() {
        var slug = SlugSuggestion.of("The Royal Borough Centre for Orthodontics and Paediatric Dentistry")
                .getFirst();
        assertThat(slug.value()).isEqualTo("the-royal-borough-centre-for-orthodontics-and");
    }

    @Test
    void othersFollowInCaseTheFirstIsTaken() {
        assertThat(SlugSuggestion.of("Oak"))
                .startsWith(new Slug("oak"), new Slug("oak-clinic"), new Slug("oak-2"), new Slug("oak-3"));
    }
}
