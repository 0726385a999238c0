package io.anteroom.clinic.patient;

import static io.anteroom.clinic.patient.PatientSlice.RECEPTION;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TenantTest(PatientSlice.class)
class PatientSearchTest {

    @Autowired
    PatientRecords records;

    @Autowired
    PatientSearch search;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @BeforeEach
    void threePatientsInLondonAndOneInTokyo() {
        inNorth(() -> {
            add(PatientDetails.of("Zoë", "de la Cruz", LocalDate.of(1980, 3, 27))
                    .reachedBy(new EmailAddress("zoe.cruz@example.org"), new MobileNumber("+447400123456")));
            add(PatientDetails.of("Anna", "O'Brien", LocalDate.of(1992, 12, 1)).numbered("A-1734"));
            add(PatientDetails.of("", "Sukarno", LocalDate.of(1980, 3, 28)));
        });
        inSouth(() -> add(PatientDetails.of("太郎", "山田", LocalDate.of(1980, 3, 27))
                .reachedBy(null, new MobileNumber("+819012345678"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe",
                "ZOË",
                "cruz",
                "zoe cruz",
                "cruz, zoe",
                "delacruz",
                "de la c",
                "zoe.cruz@ex",
                "Zoe.Cruz@Example.org",
                "zoe.cruz",
                "07400 123456",
                "+44 7400 123 456",
                "00447400123456",
                "7400123",
                "07400-123",
                "27/3/1980",
                "27 3 1980",
                "27.03.1980",
                "27 mar 1980",
                "1980-03-27",
                "27031980",
                "cruz 27/3/1980",
                "cruz 1980",
                "zoe 07400"
            })
    void aPatientIsFoundByWhateverStaffKnow(String typed) {
        inNorth(() -> assertThat(search.find(typed, PatientSort.NAME, 1).rows())
                .extracting(PatientRow::familyName)
                .containsExactly("de la Cruz"));
    }

    @ParameterizedTest
    @CsvSource({
        "obrien, O'Brien",
        "O’Br, O'Brien",
        "a-1734, O'Brien",
        "1734, ''",
        "suk, Sukarno",
        "zoe sukarno, ''",
        "!, ''"
    })
    void everyPartMustFit(String typed, String found) {
        inNorth(() -> assertThat(search.find(typed, PatientSort.NAME, 1).rows())
                .extracting(PatientRow::familyName)
                .isEqualTo(found.isEmpty() ? java.util.List.of() : java.util.List.of(found)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田", "太郎", "山田太郎", "山田　太郎", "090-1234", "+81 90", "1980年3月27日", "1980/3/27"})
    void inTokyoTheyTypeAsTheyDoThere(String typed) {
        inSouth(() -> assertThat(search.find(typed, PatientSort.NAME, 1).rows())
                .extracting(PatientRow::fullName)
                .containsExactly("太郎 山田"));
    }

    @Test
    void quotesAndOperatorsAreJustLetters() {
        for (String typed : new String[] {"'", "\\", "a' | 'b", ":*", "&!()", "%_", "a@b'c\\"}) {
            inNorth(() ->
                    assertThat(search.find(typed, PatientSort.NAME, 1).rows()).isEmpty());
        }
    }

    @Test
    void aNameAmongOperatorsIsStillFound() {
        inNorth(() ->
                assertThat(search.find("zoe' | !", PatientSort.NAME, 1).rows()).hasSize(1));
    }

    @Test
    void theListIsSortedAsAsked() {
        inNorth(() -> {
            assertThat(search.find("", PatientSort.NAME, 1).rows())
                    .extracting(PatientRow::familyName)
                    .containsExactly("de la Cruz", "O'Brien", "Sukarno");
            assertThat(search.find("", PatientSort.YOUNGEST, 1).rows())
                    .extracting(PatientRow::familyName)
                    .containsExactly("O'Brien", "Sukarno", "de la Cruz");
            assertThat(search.find("1980", PatientSort.NEWEST, 1).rows())
                    .extracting(PatientRow::familyName)
                    .containsExactly("Sukarno", "de la Cruz");
        });
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        inNorth(() -> {
            for (int i = 0; i < 2 * PatientPage.SIZE; i++) {
                add(PatientDetails.of("Twin", "Zzz", LocalDate.of(1990, 1, 1).plusDays(i)));
            }
            PatientPage last = search.find("", PatientSort.NAME, 3);

            assertThat(last.total()).isEqualTo(103);
            assertThat(last.rows()).hasSize(3);
            assertThat(search.find("zzz", PatientSort.NAME, 2).rows()).hasSize(50);
            assertThat(search.find("zzz", PatientSort.NAME, 9).number()).isEqualTo(1);
        });
    }

    @Test
    void aPageIsOneStatement() {
        inNorth(() -> {
            statements.reset();
            search.find("zoe", PatientSort.NAME, 1);
            search.find("", PatientSort.YOUNGEST, 1);
            assertThat(statements.count()).isEqualTo(2);
        });
    }

    @Test
    void aPatientIsFoundByTheNewNameAndNotTheOld() {
        inNorth(() -> {
            records.change(
                    new PatientId(1), 0, PatientDetails.of("Zoë", "Jones", LocalDate.of(1980, 3, 27)), RECEPTION);

            assertThat(search.find("jones", PatientSort.NAME, 1).rows()).hasSize(1);
            assertThat(search.find("cruz", PatientSort.NAME, 1).rows()).isEmpty();
        });
    }

    private void add(PatientDetails details) {
        clock.advance(Duration.ofSeconds(1));
        records.register(details, true, RECEPTION);
    }
}
