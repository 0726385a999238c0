package io.anteroom.portal.signin;

import static io.anteroom.portal.Clinics.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries as many addresses that the clinic knows as it doesn't, in turns, and compares everything a stranger can see or
 * measure. Times are printed and judged by people: a test that judged them would fail on a busy machine.
 */
@PortalTest
@Import(Clinics.class)
class EnumerationTest {

    private static final int PAIRS = 100;

    /** One network may ask 30 times in ten minutes; each pair asks twice. */
    private static final int PAIRS_AT_A_TIME = 14;

    @Autowired
    Clinics clinics;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final List<Long> known = new ArrayList<>();
    private final List<Long> unknown = new ArrayList<>();

    @Test
    void aHundredKnownAndAHundredUnknownAddressesInTurnsLookAlike() {
        clinics.patient(Tenants.north(), "Anna", "anna@example.org");
        patients();

        for (int from = 0; from < PAIRS; from += PAIRS_AT_A_TIME) {
            var waiting = new ArrayList<Pair>();
            for (int i = from; i < Math.min(PAIRS, from + PAIRS_AT_A_TIME); i++) {
                waiting.add(ask(i));
            }
            clinics.sendCodes();
            waiting.forEach(this::enter);
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(rows("known")).isEqualTo(rows("other")).startsWith(PAIRS + " " + PAIRS + " " + PAIRS);
        print();
    }

    /** Asks for both addresses, in an order that changes. */
    private Pair ask(int number) {
        var pair = new Pair(clinics.visitor(NORTH), clinics.visitor(NORTH), number % 2 == 0);
        for (var visitor : List.of(pair.known(), pair.unknown())) {
            visitor.open("/sign-in");
        }
        same(
                pair,
                () -> pair.known().submit("/sign-in", "address", "p" + number + "known@example.org"),
                () -> pair.unknown().submit("/sign-in", "address", "p" + number + "other@example.org"));
        same(
                pair,
                () -> pair.known().open("/sign-in/code"),
                () -> pair.unknown().open("/sign-in/code"));
        return pair;
    }

    /** Enters wrong codes until they are burned, a wrong printed one, and asks again. */
    private void enter(Pair pair) {
        for (int entry = 0; entry < 4; entry++) {
            same(
                    pair,
                    () -> pair.known().submit("/sign-in/code", "code", "000000"),
                    () -> pair.unknown().submit("/sign-in/code", "code", "000000"));
        }
        same(
                pair,
                () -> pair.known().submit("/sign-in/recovery", "code", "2222-2222-2222"),
                () -> pair.unknown().submit("/sign-in/recovery", "code", "2222-2222-2222"));
        same(
                pair,
                () -> pair.known().submit("/sign-in/codes"),
                () -> pair.unknown().submit("/sign-in/codes"));
    }

    private void same(
            Pair pair, Supplier<MockHttpServletResponse> ofKnown, Supplier<MockHttpServletResponse> ofUnknown) {
        Seen one;
        Seen other;
        if (pair.knownFirst()) {
            one = see(ofKnown, known);
            other = see(ofUnknown, unknown);
        } else {
            other = see(ofUnknown, unknown);
            one = see(ofKnown, known);
        }
        assertThat(other).isEqualTo(one);
    }

    private Seen see(Supplier<MockHttpServletResponse> act, List<Long> times) {
        statements.reset();
        long begun = System.nanoTime();
        var response = act.get();
        times.add(System.nanoTime() - begun);
        return Seen.of(response, statements.statements());
    }

    private record Pair(Visitor known, Visitor unknown, boolean knownFirst) {}

    /** All that a stranger sees of an answer, without what is drawn anew for everybody, and what the database was asked. */
    private record Seen(int status, TreeMap<String, List<String>> headers, String body, List<String> statements) {

        static Seen of(MockHttpServletResponse response, List<String> statements) {
            var headers = new TreeMap<String, List<String>>();
            for (var name : response.getHeaderNames()) {
                headers.put(
                        name,
                        response.getHeaders(name).stream()
                                .map(value -> bare(name, value))
                                .toList());
            }
            return new Seen(response.getStatus(), headers, body(response), statements);
        }

        private static String bare(String name, String value) {
            return switch (name) {
                case "Set-Cookie" -> value.replaceFirst("=[^;]+;", "=;").replaceFirst("Expires=[^;]+;", "Expires=;");
                case "X-Request-Id" -> "drawn";
                default -> value;
            };
        }

        private static String body(MockHttpServletResponse response) {
            try {
                return response.getContentAsString()
                        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                        .replaceAll("hx-headers=\"[^\"]+\"", "");
            } catch (UnsupportedEncodingException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Sign-ins, codes and limits of addresses that end so, and how many bytes their codes' rows have. */
    private String rows(String end) {
        return CurrentTenant.call(
                Tenants.north(),
                () -> transaction.execute(status -> jdbc.sql("""
                        select count(distinct s.id) || ' ' || count(k.id) || ' '
                               || (select count(*) from __tenant__.sign_in_limit where typed like :end) || ' '
                               || sum(length(k.code_hash)) || ' ' || sum(k.wrong_entries)
                          from __tenant__.sign_in s join __tenant__.one_time_code k on k.sign_in_id = s.id
                         where s.typed like :end""")
                        .param("end", "%" + end + "@example.org")
                        .query(String.class)
                        .single()));
    }

    /** Patients whose addresses the clinic knows; half of them are asked for a password after a right code. */
    private void patients() {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(
                                    "insert into __tenant__.portal_account (id, created_at) select 1000 + n, now() from generate_series(0, :last) n")
                            .param("last", PAIRS - 1)
                            .update();
                    jdbc.sql("""
                            insert into __tenant__.credential (account_id, channel, value, added_at, added_by)
                            select 1000 + n, 'email', 'p' || n || 'known@example.org', now(), 'Rosa'
                              from generate_series(0, :last) n""").param("last", PAIRS - 1).update();
                    jdbc.sql("""
                            insert into __tenant__.account_password (account_id, credential_id, hash, set_at, two_step)
                            select account_id, id, repeat('x', 60), now(), true from __tenant__.credential
                             where account_id >= 1000 and account_id % 2 = 0""").update();
                }));
    }

    private void print() {
        System.out.printf(
                "Answers to %d known and %d unknown addresses: median %d and %d µs, tenth %d and %d, ninetieth %d and %d%n",
                known.size(),
                unknown.size(),
                micros(known, 50),
                micros(unknown, 50),
                micros(known, 10),
                micros(unknown, 10),
                micros(known, 90),
                micros(unknown, 90));
    }

    private static long micros(List<Long> times, int percent) {
        return times.stream()
                        .sorted()
                        .skip((long) times.size() * percent / 100)
                        .findFirst()
                        .orElseThrow()
                / 1_000;
    }
}
