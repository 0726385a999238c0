package io.anteroom.clinic.access.directory;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.AccountCredentials;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.Plan;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AccessTest
class AccountDirectoryTest {

    private static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");

    @Autowired
    AccountDirectory directory;

    @Autowired
    PatientsWithout without;

    @Autowired
    AccountExport export;

    @Autowired
    AccountCredentials credentials;

    @Autowired
    OnlineAccess access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Test
    void anAccountIsFoundByNameEmailAndMobileInOneStatement() {
        inNorth(() -> {
            patient("Zoë", "Cruz", "zoe@example.org", "07400 123456");
            patient("Anna", "Smith", "a.smith@example.org", "");
            carerOf(2, "Cora Carer");

            for (var typed : List.of("zoe", "CRU zo", "zoe@ex", "E@example", "07400 123", "+44 7400", "3456", "cruz")) {
                statements.reset();
                assertThat(found(typed)).as(typed).containsExactly("Zoë Cruz");
                assertThat(statements.count()).as(typed).isEqualTo(1);
            }
            assertThat(found("example.org")).containsExactly("Zoë Cruz", "Anna Smith");
            assertThat(found("cora car")).containsExactly("Cora Carer");
            assertThat(found("smith")).as("her carer too").containsExactly("Cora Carer", "Anna Smith");
            for (var typed : List.of("bob", "999", "%", "_", "'", "zoe anna", "!", "x".repeat(10_000))) {
                assertThat(found(typed)).as(typed).isEmpty();
            }
            assertThat(found(" ")).hasSize(3);
        });
    }

    @Test
    void theOtherClinicsAccountsAreNotThere() {
        inSouth(() -> patient("Sora", "Cruz", "sora@example.org", ""));
        inNorth(() -> {
            patient("Zoë", "Cruz", "zoe@example.org", "");
            assertThat(found("cruz")).containsExactly("Zoë Cruz");
            assertThat(found("sora")).isEmpty();
            assertThat(directory.find(new AccountId(2))).isEmpty();
        });
    }

    @Test
    void filtersKeepWhatTheySay() {
        inNorth(() -> {
            patient("Anna", "A", "anna@example.org", "");
            patient("Bob", "B", "bob@example.org", "");
            patient("Cat", "C", "cat@example.org", "");
            patient("Dan", "D", "", "");
            run("update __tenant__.credential set verified_at = now() where value = 'anna@example.org'");
            run("update __tenant__.portal_account set last_signed_in_at = now() where id = 1");
            run("""
                    insert into __tenant__.sign_in_limit (channel, typed, locked_until)
                    values ('email', 'bob@example.org', timestamptz '%s'), ('email', 'anna@example.org', timestamptz '%s')""".formatted(TestClock.START.plusSeconds(60), TestClock.START.minusSeconds(60)));

            assertThat(shown(DirectoryFilter.UNVERIFIED)).containsExactly("Bob B", "Cat C");
            assertThat(shown(DirectoryFilter.LOCKED)).containsExactly("Bob B");
            run(
                    "insert into __tenant__.account_password (account_id, credential_id, hash, set_at, two_step, locked_until)"
                            + " select account_id, id, repeat('x', 60), now(), true, '"
                            + TestClock.START.plusSeconds(90)
                            + "' from __tenant__.credential where value = 'cat@example.org'");
            assertThat(shown(DirectoryFilter.LOCKED))
                    .as("to the password asked for after a code")
                    .containsExactly("Bob B", "Cat C");
            assertThat(directory.find(new AccountId(3)).orElseThrow().passwordsLockedUntil())
                    .isEqualTo(TestClock.START.plusSeconds(90));
            run("delete from __tenant__.account_password");
            lock("password_limit", "anna@example.org", TestClock.START.plusSeconds(60));
            lock("recovery_limit", "cat@example.org", TestClock.START.plusSeconds(60));
            lock("password_limit", "cat@example.org", TestClock.START.minusSeconds(60));
            assertThat(shown(DirectoryFilter.LOCKED))
                    .as("to passwords and printed codes too")
                    .containsExactly("Anna A", "Bob B", "Cat C");
            assertThat(directory.find(new AccountId(1)).orElseThrow())
                    .returns(TestClock.START.plusSeconds(60), AccountRow::passwordsLockedUntil)
                    .returns(null, AccountRow::lockedUntil);
            assertThat(directory.find(new AccountId(3)).orElseThrow())
                    .returns(TestClock.START.plusSeconds(60), AccountRow::printedLockedUntil)
                    .returns(null, AccountRow::passwordsLockedUntil);
            assertThat(shown(DirectoryFilter.NEVER_SIGNED_IN)).containsExactly("Bob B", "Cat C");
            assertThat(directory
                            .find(new DirectoryQuery("cat", DirectoryFilter.UNVERIFIED, DirectorySort.NAME), 1)
                            .total())
                    .isEqualTo(1);
            assertThat(without.find("", 1).rows())
                    .extracting(PatientsWithout.Row::listedName)
                    .containsExactly("D, Dan");
            access.remove(new PatientId(3), CredentialChannel.EMAIL, ROSA);
            assertThat(without.find("", 7).rows()).hasSize(2);
            assertThat(without.find("cat", 1).total()).isEqualTo(1);
        });
    }

    @Test
    void whoIsLockedIsFoundByIndexesHoweverManyAddressesWereTyped() {
        var plan = Plan.of(
                "select a.id from __tenant__.portal_account a where a.closed_at is null" + DirectoryFilter.LOCKED.sql(),
                Map.of("now", "now()"));
        assertThat(plan)
                .anyMatch(line -> line.contains("sign_in_limit_locked"))
                .anyMatch(line -> line.contains("password_limit_locked"))
                .anyMatch(line -> line.contains("recovery_limit_locked"))
                .anyMatch(line -> line.contains("account_password_locked"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void theListIsSortedByNameThoughANameChanges() {
        inNorth(() -> {
            patient("Anna", "Young", "anna@example.org", "");
            patient("Bob", "Abel", "bob@example.org", "");
            patient("Cat", "Miller", "cat@example.org", "");
            assertThat(sorted(DirectorySort.NAME)).containsExactly("Bob Abel", "Cat Miller", "Anna Young");

            run("update __tenant__.patient set family_name = 'Aaron', family_key = 'aaron' where id = 1");
            assertThat(sorted(DirectorySort.NAME)).containsExactly("Anna Aaron", "Bob Abel", "Cat Miller");
            assertThat(sorted(DirectorySort.NAME_DESCENDING)).containsExactly("Cat Miller", "Bob Abel", "Anna Aaron");
            assertThat(sorted(DirectorySort.NEWEST)).containsExactly("Cat Miller", "Bob Abel", "Anna Aaron");
            assertThat(sorted(DirectorySort.OLDEST)).containsExactly("Anna Aaron", "Bob Abel", "Cat Miller");
            signedIn(2, TestClock.START);
            signedIn(3, TestClock.START.plus(Duration.ofDays(1)));
            assertThat(sorted(DirectorySort.SIGNED_IN_LATELY)).containsExactly("Cat Miller", "Bob Abel", "Anna Aaron");
            assertThat(sorted(DirectorySort.SIGNED_IN_LONG_AGO))
                    .containsExactly("Anna Aaron", "Bob Abel", "Cat Miller");
        });
    }

    @Test
    void aListOfManyComesInPages() {
        inNorth(() -> {
            run("""
                    insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key, search,
                           created_at, changed_at, changed_by)
                    select 0, 'P', 'N' || n, date '1980-03-27', 'n' || lpad(n::text, 4, '0'), 'p', '', now(), now(), 'test'
                      from generate_series(1, 120) n""");
            run("insert into __tenant__.portal_account (created_at) select now() from generate_series(1, 120)");
            run("""
                    insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by)
                    select n, n, 'self', 'full', array['money'], now(), 'test' from generate_series(1, 120) n""");

            var second = directory.find(new DirectoryQuery("", DirectoryFilter.ALL, DirectorySort.NAME), 2);
            assertThat(second.total()).isEqualTo(120);
            assertThat(second.rows())
                    .hasSize(50)
                    .first()
                    .extracting(AccountRow::name)
                    .isEqualTo("P N51");
            assertThat(directory
                            .find(new DirectoryQuery("", DirectoryFilter.NEVER_SIGNED_IN, DirectorySort.NAME), 3)
                            .rows())
                    .hasSize(20);
            assertThat(directory
                            .find(new DirectoryQuery("", DirectoryFilter.ALL, DirectorySort.NAME), 99)
                            .number())
                    .isEqualTo(1);
        });
    }

    @Test
    void staffChangeAndRemoveTheCredentialsOfSomebodyWhoIsNoPatient() {
        inNorth(() -> {
            patient("Anna", "Smith", "anna@example.org", "");
            carerOf(1, "Cora Carer");
            var cora = new AccountId(2);

            assertThat(configure(cora, "anna@example.org")).isInstanceOf(Configured.Refused.class);
            assertThat(configure(cora, "cora@example.org")).isEqualTo(new Configured.Saved());
            assertThat(configure(cora, "cora2@example.org")).isEqualTo(new Configured.Saved());
            assertThat(directory.find(cora).orElseThrow().email())
                    .isEqualTo(new AccountRow.Address("cora2@example.org", null));
            assertThat(directory.find(cora).orElseThrow().name()).isEqualTo("Cora Carer");
            assertThat(credentials.remove(cora, CredentialChannel.MOBILE, ROSA)).isFalse();
            run("update __tenant__.access_grant set ended_at = now() where account_id = 2");
            assertThat(configure(cora, "cora3@example.org")).isEqualTo(new Configured.NoSuchPatient());
            assertThat(credentials.remove(cora, CredentialChannel.EMAIL, ROSA)).isTrue();
            assertThat(configure(new AccountId(1), "cora2@example.org"))
                    .as("it is free")
                    .isEqualTo(new Configured.Saved());
        });
    }

    @Test
    void theFileHasEverythingListedAndNoFormula() {
        inNorth(() -> {
            patient("=cmd()", "Smith", "+anna@example.org", "07400 123456");
            patient("Bob", "Miller", "bob@example.org", "");

            assertThat(file(""))
                    .contains("1,'=cmd() Smith,'=cmd() Smith (1\\, self),'+anna@example.org,no,'+447400123456,no,,,"
                            .replace("\\,", ","));
            assertThat(file("bob").lines()).hasSize(2).last().asString().startsWith("2,Bob Miller");
            List<String> entries =
                    transaction.execute(_ -> jdbc.sql("""
                            select actor_name || ' ' || detail::text from __tenant__.audit_entry
                             where action = 'credentials-exported' order by id""").query(String.class).list());
            assertThat(entries)
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("Rosa Reception")
                    .contains("\"Found by\": \"bob\"");
        });
    }

    private String file(String typed) {
        var text = new StringWriter();
        try {
            export.write(new DirectoryQuery(typed, DirectoryFilter.ALL, DirectorySort.NAME), ROSA, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().replace("\"", "");
    }

    private Configured configure(AccountId account, String email) {
        return credentials.configure(account, seen(account), new WantedCredentials(email, "", true), ROSA);
    }

    /** What staff see of it, before they change it. */
    private Set<SignInAddress> seen(AccountId account) {
        var row = directory.find(account);
        return Stream.of(
                        row.map(AccountRow::email)
                                .map(email -> new SignInAddress(CredentialChannel.EMAIL, email.value())),
                        row.map(AccountRow::mobile)
                                .map(mobile -> new SignInAddress(CredentialChannel.MOBILE, mobile.value())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private List<String> found(String typed) {
        return names(new DirectoryQuery(typed, DirectoryFilter.ALL, DirectorySort.NAME));
    }

    private List<String> shown(DirectoryFilter filter) {
        return names(new DirectoryQuery("", filter, DirectorySort.NAME));
    }

    private List<String> sorted(DirectorySort sort) {
        return names(new DirectoryQuery("", DirectoryFilter.ALL, sort));
    }

    private List<String> names(DirectoryQuery query) {
        var page = directory.find(query, 1);
        assertThat(page.total()).isEqualTo(page.rows().size());
        return page.rows().stream().map(AccountRow::name).toList();
    }

    private void lock(String limits, String email, Instant until) {
        run("insert into __tenant__." + limits + " (channel, typed, locked_until) values ('email', '" + email
                + "', timestamptz '" + until + "') on conflict (channel, typed) do nothing");
    }

    private void signedIn(long account, Instant at) {
        transaction.executeWithoutResult(
                _ -> jdbc.sql("update __tenant__.portal_account set last_signed_in_at = :at where id = :id")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", account)
                        .update());
    }

    private void patient(String given, String family, String email, String mobile) {
        var id = transaction.execute(_ -> jdbc.sql("""
                        insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key,
                               search, created_at, changed_at, changed_by)
                        values (0, :given, :family, date '1980-03-27', :familyKey, :givenKey, cast(:search as tsvector), now(),
                                now(), 'test') returning id""")
                .param("given", given)
                .param("family", family)
                .param("familyKey", key(family))
                .param("givenKey", key(given))
                .param("search", "'" + key(given) + "' '" + key(family) + "'")
                .query((row, number) -> new PatientId(row.getLong("id")))
                .single());
        if (!email.isEmpty() || !mobile.isEmpty()) {
            assertThat(access.configure(id, new WantedCredentials(email, mobile, true), ROSA))
                    .isEqualTo(new Configured.Saved());
        }
    }

    private void carerOf(long patient, String name) {
        run("insert into __tenant__.portal_account (created_at, holder_name) values (now(), '" + name + "')");
        run("""
                insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by)
                select max(id), %d, 'carer', 'full', array['money'], now(), 'test' from __tenant__.portal_account""".formatted(patient));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace("ë", "e");
    }

    private void run(String statement) {
        transaction.executeWithoutResult(_ -> jdbc.sql(statement).update());
    }
}
