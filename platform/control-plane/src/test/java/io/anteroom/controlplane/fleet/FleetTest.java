package io.anteroom.controlplane.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.controlplane.Clinics;
import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.controlplane.ControlStatements;
import io.anteroom.controlplane.operator.SignedInOperators;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.provisioning.Progress;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantState;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@ControlPlaneTest
class FleetTest {

    private static final UUID OAK = new UUID(0, 1);

    private final MockMvc http;
    private final JdbcIndexedSessionRepository sessions;
    private final JdbcClient control;
    private final TransactionOperations transaction;
    private final Provisioning provisioning;
    private final TenantDirectory directory;
    private final ControlStatements statements;
    private final TestClock clock;

    private Console console;

    @Autowired
    FleetTest(
            MockMvc http,
            @Qualifier("operatorSessions") JdbcIndexedSessionRepository sessions,
            @Qualifier("control") JdbcClient control,
            @Qualifier("controlTransactions") PlatformTransactionManager transactions,
            Provisioning provisioning,
            TenantDirectory directory,
            ControlStatements statements,
            TestClock clock) {
        this.http = http;
        this.sessions = sessions;
        this.control = control;
        this.transaction = new TransactionTemplate(transactions);
        this.provisioning = provisioning;
        this.directory = directory;
        this.statements = statements;
        this.clock = clock;
        this.console = new Console(http, new Cookie("none", ""));
    }

    @BeforeEach
    void signIn() {
        console = new Console(http, SignedInOperators.withRoles(sessions, clock.instant(), "operator"));
    }

    @AfterEach
    void forgetTheThousand() {
        control.sql(
                        "delete from control.tenant where id in (select id from control.tenant_schema where claimed_for like 'fleet %')")
                .update();
        control.sql("delete from control.tenant_schema where claimed_for like 'fleet %'")
                .update();
    }

    @Test
    void theListSaysWhoEachTenantIsAndWhereItStands() throws Exception {
        start(OAK, "oak-lane");
        control.sql("update control.tenant set state = 'SUSPENDED' where slug = 'south'")
                .update();

        assertThat(row("Clinic oak-lane")).contains("oak-lane", "Provisioning", "Anna Berg", "anna@example.net", "–");
        assertThat(row("North Clinic")).contains("north", "Active").containsPattern(">\\d+</td>");
        assertThat(row("South Clinic")).contains("Suspended");
        fail(OAK);
        assertThat(row("Clinic oak-lane")).contains("Failed");
    }

    @Test
    void aSignUpIsPendingUntilItsMailIsConfirmedAndGoneWhenItsLinkIsTooOld() throws Exception {
        signedUp("early-bird");
        assertThat(row("Clinic early-bird")).contains("Pending", "Anna Berg");
        assertThat(console.page("/tenants/" + OAK)).contains("the link in the mail is not confirmed yet");

        clock.advance(Duration.ofDays(3));
        signIn();
        assertThat(console.page("/tenants")).doesNotContain("Clinic early-bird");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oak", "OAK-LANE", "anna berg", "anna@example.net", "00000000-0000-0000-0000-000000000001"})
    void aTenantIsFoundByItsNameAddressOwnerOrId(String text) throws Exception {
        start(OAK, "oak-lane");

        assertThat(console.page("/tenants?q=" + text))
                .contains("1 tenant<", "Clinic oak-lane")
                .doesNotContain("North");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "' or 1=1 --", "\\"})
    void whatIsSearchedForIsTextAndNoPattern(String text) throws Exception {
        assertThat(console.page("/tenants?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .contains("None found");
    }

    @Test
    void theListCanBeNarrowedToAState() throws Exception {
        start(OAK, "oak-lane");

        assertThat(console.page("/tenants?state=provisioning"))
                .contains("Clinic oak-lane")
                .doesNotContain("North");
        assertThat(console.page("/tenants?state=active"))
                .contains("North", "South")
                .doesNotContain("oak-lane");
        assertThat(console.page("/tenants?state=nonsense&sort=nonsense&page=0")).contains("North", "oak-lane");
    }

    @ParameterizedTest
    @EnumSource(TenantSort.class)
    void aThousandTenantsAreEachOnOnePageInWhateverOrder(TenantSort sort) throws Exception {
        aThousand();

        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 21; page++) {
            seen.addAll(refs(console.page("/tenants?sort=" + sort.code() + "&page=" + page)));
        }
        assertThat(seen).hasSize(1_002).doesNotHaveDuplicates();
    }

    @Test
    void aPageOfAThousandTenantsIsOneStatement() throws Exception {
        aThousand();
        statements.reset();

        assertThat(console.page("/tenants?q=clinic&state=active&sort=name&page=3"))
                .contains("101–150 of 1,002");

        assertThat(statements.ofPages()).hasSize(1);
    }

    @Test
    void aPageBehindTheLastLeadsToTheFirst() throws Exception {
        assertThat(console.open("/tenants?q=clinic&state=active&sort=name&page=3")
                        .getRedirectedUrl())
                .isEqualTo("/tenants?q=clinic&state=active&sort=name&page=1");
        assertThat(console.page("/tenants?q=nobody&page=1")).contains("None found");
    }

    @Test
    void theListAndTheTenantsPageSayHowMuchItUses() throws Exception {
        used(Tenants.north().id().value(), 1_234, 56, 7_890);

        assertThat(row("North Clinic"))
                .containsPattern(
                        ">1,234\\s*</td>\\s*<td class=\"num end\">56\\s*</td>\\s*<td class=\"num end\">7,890\\s*</td>");
        assertThat(row("South Clinic")).contains("Not counted yet");
        assertThat(console.page("/tenants/" + Tenants.north().id()))
                .contains("Patients</dt><dd class=\"num\">1,234<", "56<", "7,890<", "21 Nov 2026,<", "09:00:00 UTC<");
        assertThat(console.page("/tenants/" + Tenants.south().id())).contains("Not counted yet");
    }

    @Test
    void theListIsSortedByUseAndWhoWasNotCountedComesLast() throws Exception {
        start(OAK, "oak-lane");
        String north = Tenants.north().id().value();
        String south = Tenants.south().id().value();
        used(north, 10, 5, 9);
        used(south, 9, 6, 10);

        assertThat(refs(console.page("/tenants?sort=patients"))).containsExactly(north, south, OAK.toString());
        assertThat(refs(console.page("/tenants?sort=patients-ascending")))
                .containsExactly(south, north, OAK.toString());
        assertThat(refs(console.page("/tenants?sort=sign-ins"))).containsExactly(south, north, OAK.toString());
        assertThat(refs(console.page("/tenants?sort=sign-ins-ascending")))
                .containsExactly(north, south, OAK.toString());
        assertThat(refs(console.page("/tenants?sort=messages&q=clinic"))).containsExactly(south, north, OAK.toString());
        assertThat(refs(console.page("/tenants?sort=messages-ascending")))
                .containsExactly(north, south, OAK.toString());
    }

    @Test
    void aTenantIsToBeCountedSoonAfterItWasOpened() {
        String north = Tenants.north().id().value();
        control.sql("update control.tenant set state = 'PROVISIONING' where slug = 'north'")
                .update();
        assertThat(queued(north + ":usage:daily")).isZero();

        control.sql("update control.tenant set state = 'ACTIVE' where slug = 'north'")
                .update();

        assertThat(queued(north + ":usage:daily")).isEqualTo(1);
    }

    @Test
    void aTenantsPageShowsTheStepsOfItsMaking() throws Exception {
        start(OAK, "oak-lane");
        fail(OAK);

        String page = console.page("/tenants/" + OAK);

        assertThat(page)
                .contains("Address kept", "Failed", "We could not keep the address.", "Try again")
                .contains("https://oak-lane.example.org/")
                .doesNotContain("Suspend<");
    }

    @Test
    void tryingAgainStartsTheStepAnewAndIsInTheLog() throws Exception {
        start(OAK, "oak-lane");
        fail(OAK);

        var answer = console.send("/tenants/" + OAK + "/retry", "The disk has room again");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/tenants/" + OAK);
        assertThat(provisioning.progress(new SignUpId(OAK)).orElseThrow().state())
                .isEqualTo(Progress.State.RUNNING);
        assertThat(console.page("/log"))
                .contains("Otto Operator", "tried again to set up", "Clinic oak-lane", "The disk has room again");
        assertThat(console.open("/tenants/" + OAK + "/retry").getStatus())
                .as("nothing is left to try")
                .isEqualTo(303);
    }

    @Test
    void aSuspendedTenantIsClosedOnEveryInstanceAtOnceAndItsSessionsAreToEnd() throws Exception {
        String north = Tenants.north().id().value();

        console.send("/tenants/" + north + "/suspend", "Unpaid since March");

        assertThat(directory.bySlug("north").orElseThrow().state()).isEqualTo(TenantState.SUSPENDED);
        assertThat(queued("end-sessions:" + north)).isEqualTo(1);
        assertThat(console.page("/tenants/" + north))
                .contains("Suspended", "Otto Operator", "Unpaid since March", "Resume")
                .doesNotContain("/suspend\"");
    }

    @Test
    void aResumedTenantIsInUseAgainAndItsPausedWorkIsDue() throws Exception {
        String north = Tenants.north().id().value();
        console.send("/tenants/" + north + "/suspend", "Unpaid since March");
        control.sql("""
                        insert into control.scheduled_tasks
                            (task_name, task_instance, execution_time, picked, version, tenant_id, paused)
                        values ('tenant-work', :instance, now() + interval '10 minutes', false, 1, :tenant, true)""")
                .param("instance", north + ":message:1")
                .param("tenant", north)
                .update();

        console.send("/tenants/" + north + "/resume", "Paid");

        assertThat(directory.bySlug("north").orElseThrow().state()).isEqualTo(TenantState.ACTIVE);
        assertThat(control.sql("select count(*) from control.scheduled_tasks where paused or execution_time > now()")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecondClickDoesNothingAndLogsNothing() throws Exception {
        String north = Tenants.north().id().value();
        var form = console.open("/tenants/" + north + "/suspend");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.getContentAsString());
        assertThat(token.find()).isTrue();
        var cookie = Objects.requireNonNull(form.getCookie("__Host-anteroom-operators-csrf"));

        console.send("/tenants/" + north + "/suspend", "Once", token.group(1), cookie);
        console.send("/tenants/" + north + "/suspend", "Twice", token.group(1), cookie);

        assertThat(console.page("/log")).contains("Once").doesNotContain("Twice");
    }

    @Test
    void everyActNeedsAReason() throws Exception {
        String north = Tenants.north().id().value();

        var answer = console.send("/tenants/" + north + "/suspend", "  ");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Enter a reason");
        assertThat(directory.bySlug("north").orElseThrow().state()).isEqualTo(TenantState.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tenants/nobody", "/tenants/nobody/suspend", "/tenants/" + "aaaaaaaaaaaa"})
    void whatDoesNotExistIsNotFound(String path) throws Exception {
        assertThat(console.open(path).getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyMayChangeTheLog() {
        assertThat(control.sql(
                                "select has_table_privilege('anteroom_operator', 'control.operator_audit', 'insert')"
                                        + " and not has_table_privilege('anteroom_operator', 'control.operator_audit', 'update')"
                                        + " and not has_table_privilege('anteroom_operator', 'control.operator_audit', 'delete')"
                                        + " and not has_table_privilege('anteroom_operator', 'control.operator_audit', 'truncate')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theLogGoesBackPageByPage() throws Exception {
        control.sql("""
                        insert into control.operator_audit
                            (at, operator_subject, operator_name, action, tenant_ref, about, reason, request_id)
                        select now(), 'otto', 'Otto', 'suspend', null, 'Clinic', 'reason ' || number || '.', 'r'
                        from generate_series(1, 60) number""").update();

        String first = console.page("/log");
        assertThat(first).contains("reason 60.", "reason 11.").doesNotContain("reason 10.");
        var older = Pattern.compile("href=\"(/log\\?before=\\d+)\"").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(console.page(older.group(1)))
                .contains("reason 10.", "reason 1.")
                .doesNotContain("reason 11.", "Older entries");
    }

    private void start(UUID id, String slug) {
        transaction.executeWithoutResult(ignored -> provisioning.start(new SignUpId(id), Clinics.called(slug)));
    }

    private void fail(UUID id) {
        control.sql("""
                        update control.provisioning_step set state = 'failed', attempts = 8, error = 'We could not keep the address.'
                        where sign_up_id = :id and step = 'slug'""").param("id", id).update();
        control.sql("update control.provisioning set state = 'failed' where sign_up_id = :id")
                .param("id", id)
                .update();
    }

    private void used(String tenant, long patients, long signIns, long messages) {
        control.sql("""
                        insert into control.tenant_usage (tenant_id, patients, sign_ins, messages, counted_at)
                        values (:tenant, :patients, :signIns, :messages, :now)""")
                .param("tenant", tenant)
                .param("patients", patients)
                .param("signIns", signIns)
                .param("messages", messages)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void signedUp(String slug) {
        control.sql("""
                        insert into control.sign_up
                            (id, page_key, confirmation_key, confirmation_expires_at, organisation_name, slug, country, zone,
                             currency, owner_name, owner_email, terms_version, terms_accepted_at, created_at)
                        values (:id, sha256('page'), sha256('confirmation'), :now::timestamptz + interval '48 hours',
                                'Clinic ' || :slug, :slug, 'GB', 'Europe/London', 'GBP', 'Anna Berg', 'anna@example.net',
                                '1', :now, :now)""")
                .param("id", OAK)
                .param("slug", slug)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void aThousand() {
        control.sql("""
                        insert into control.tenant_schema (id, state, claimed_for, schema_version, claimed_at)
                        select translate(lpad(to_hex(number), 12, 'q'), '0189', 'wxyz'), 'taken', 'fleet ' || number, 7, now()
                        from generate_series(1, 1000) number""").update();
        control.sql("""
                        insert into control.tenant (id, slug, name, state, country, zone, currency)
                        select id, 'clinic-' || id, 'Clinic', 'ACTIVE', 'GB', 'Europe/London', 'GBP'
                        from control.tenant_schema where claimed_for like 'fleet %'""").update();
    }

    private String row(String name) throws Exception {
        return Pattern.compile("<tr data-row>.*?</tr>", Pattern.DOTALL)
                .matcher(console.page("/tenants"))
                .results()
                .map(MatchResult::group)
                .filter(row -> row.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> refs(String page) {
        return Pattern.compile("href=\"/tenants/([a-z0-9-]+)\"")
                .matcher(page)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private long queued(String instance) {
        return control.sql("select count(*) from control.scheduled_tasks where task_instance = :instance")
                .param("instance", instance)
                .query(Long.class)
                .single();
    }
}
