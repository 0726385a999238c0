package io.anteroom.language;

import static io.anteroom.language.Say.say;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the same is said in three languages. */
class WordsTest {

    private static final Words ENGLISH = Words.in(Language.ENGLISH, "GB");
    private static final Words GERMAN = Words.in(Language.GERMAN, "DE");
    private static final Words ARABIC = Words.in(Language.ARABIC, "DE");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void aTextIsSaidInTheLanguageOfItsWords() {
        assertThat(ENGLISH.say("Pay {amount} to {clinic}", "amount", "€5", "clinic", "North"))
                .isEqualTo("Pay €5 to North");
        assertThat(GERMAN.say("Pay {amount} to {clinic}", "amount", "5 €", "clinic", "North"))
                .isEqualTo("5 € an North zahlen");
    }

    @Test
    void aNameInArabicStandsApartFromWhatSurroundsIt() {
        assertThat(ARABIC.say("Pay {amount} to {clinic}", "amount", "5", "clinic", "North"))
                .isEqualTo("دفع \u20685\u2069 إلى \u2068North\u2069");
        assertThat(ARABIC.isolated("https://north.example/in")).isEqualTo("https://north.example/in");
    }

    @Test
    void oneEnglishWordOfTwoMeaningsIsTwoInGerman() {
        assertThat(GERMAN.say("Open")).isEqualTo("Öffnen");
        assertThat(GERMAN.sayAs("state", "Open")).isEqualTo("Offen");
        assertThat(ENGLISH.sayAs("state", "Open")).isEqualTo("Open");
    }

    @Test
    void arabicCountsInSixWays() {
        assertThat(List.of(0, 1, 2, 3, 11, 100))
                .extracting(count -> ARABIC.say("{count, plural, one {# invoice} other {# invoices}}", "count", count))
                .containsExactly("لا فواتير", "فاتورة واحدة", "فاتورتان", "3 فواتير", "11 فاتورة", "100 فاتورة");
    }

    @Test
    void whatNobodyTranslatedIsEnglishAndCounted() {
        long before = Words.missing();
        assertThat(GERMAN.say("Nobody {did}", "did", "wrote this")).isEqualTo("Nobody wrote this");
        assertThat(GERMAN.say("Not looked at yet")).isEqualTo("Not looked at yet");
        assertThat(Words.missing()).isEqualTo(before + 2);
    }

    @Test
    void anApostropheIsAnApostrophe() {
        assertThat(ENGLISH.say("It's {name}'s", "name", "Ada")).isEqualTo("It's Ada's");
    }

    @Test
    void datesAndTimesAreWrittenAsTheCountryDoes() {
        assertThat(ENGLISH.day(DAY)).isEqualTo("23 November 2026");
        assertThat(Words.in(Language.ENGLISH, "US").day(DAY)).isEqualTo("November 23, 2026");
        assertThat(GERMAN.weekdayAndDay(DAY)).isEqualTo("Montag, 23. November 2026");
        assertThat(ARABIC.day(DAY)).isEqualTo("23 نوفمبر 2026");
        assertThat(Words.in(Language.ARABIC, "SA").day(DAY)).contains("2026");
        assertThat(ENGLISH.time(LocalTime.of(14, 5))).isEqualTo("14:05");
        assertThat(Words.in(Language.ENGLISH, "US").time(LocalTime.of(14, 5))).isEqualTo("2:05\u202fPM");
        assertThat(GERMAN.shortWeekday(DayOfWeek.MONDAY)).isEqualTo("Mo");
        assertThat(GERMAN.month(YearMonth.of(2026, 3))).isEqualTo("März 2026");
        assertThat(GERMAN.dayOfMonth(DAY)).isEqualTo("23. November");
        assertThat(GERMAN.shortDayOfMonth(DAY)).isEqualTo("23. Nov.");
        assertThat(ENGLISH.shortDay(DAY)).startsWith("Mon");
    }

    @Test
    void aMomentIsWrittenOnItsOwnClocks() {
        assertThat(GERMAN.dayAndTime(DAY.atTime(9, 30).atZone(ZoneId.of("Pacific/Kiritimati"))))
                .isEqualTo("23. November 2026, 09:30 Uhr");
    }

    @Test
    void datesAndNumbersInsideATextAreWrittenInWords() {
        assertThat(GERMAN.say("{day}, {time}", "day", DAY, "time", LocalTime.NOON))
                .isEqualTo("23. November 2026, 12:00 Uhr");
        assertThat(GERMAN.say("{count}", "count", 12_345)).isEqualTo("12.345");
    }

    @Test
    void moneyHasTheDecimalsOfItsCurrency() {
        assertThat(GERMAN.money(123_450, Currency.getInstance("EUR"))).isEqualTo("1.234,50\u00a0€");
        assertThat(ENGLISH.money(500, Currency.getInstance("JPY"))).isEqualTo("JP¥500");
        assertThat(ENGLISH.money(1_500, Currency.getInstance("KWD"))).isEqualTo("KWD\u00a01.500");
    }

    @Test
    void theCountrysOwnCurrencyHasTheSignOfItsPeopleAndOthersOneThatTellsThemApart() {
        Currency pounds = Currency.getInstance("GBP");
        assertThat(Words.in(Language.ARABIC, "GB").money(4_500, pounds))
                .contains("£", "45.00")
                .doesNotContain("UK");
        assertThat(Words.in(Language.ENGLISH, "JP").money(500, Currency.getInstance("JPY")))
                .isEqualTo("¥500");
        assertThat(Words.in(Language.ENGLISH, "CA").money(500, Currency.getInstance("USD")))
                .isEqualTo("US$5.00");
    }

    @Test
    void aListIsJoinedAsTheLanguageDoes() {
        assertThat(ENGLISH.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(GERMAN.list(List.of("a", "b"))).isEqualTo("a und b");
    }

    @Test
    void whatIsSaidInAPageIsInTheLanguageOfWhoAsks() {
        assertThat(say("Open")).isEqualTo("Open");
        String said = Words.speaking(() -> GERMAN, () -> say("Open"));
        assertThat(said).isEqualTo("Öffnen");
        assertThat(say("Open")).isEqualTo("Open");
    }
}
