package io.anteroom.portal.profile;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ann, whose record says ann@example.org, and her parent, who may do what concerns her appointments. */
class ProfilePagesTest extends SignedInFixture {

    private static final String NEW = "ann.new@example.org";

    @Autowired
    List<StillHolds> conditions;

    @Test
    void theLanguageIsChosenThereByTheFormOfTheFoot() {
        assertThat(get("/profile"))
                .bodyText()
                .contains(
                        "whomever you act for",
                        "action=\"/language\"",
                        "name=\"to\" value=\"/profile\"",
                        ">Deutsch</span>",
                        "Save the language")
                .containsPattern("value=\"en\" checked");
    }

    @Test
    void aChangeWaitsForTheClinicAndCanBeTakenBack() {
        assertThat(sends("email", NEW, "address", "1 New Street\nNewtown")).hasStatus(303);

        assertThat(stored()).isEqualTo("ann@example.org");
        assertThat(get("/profile"))
                .hasStatusOk()
                .bodyText()
                .contains("Waiting for the clinic", NEW, "1 New Street", "This does not change how you sign in")
                .doesNotContain("href=\"/profile/contact\"");
        assertThat(log()).containsExactly("profile-change-asked {Address, Email}");

        assertThat(post("/profile/changes/1/taking-back")).hasStatus(303);
        assertThat(post("/profile/changes/1/taking-back")).as("a second tap").hasStatus(303);
        assertThat(get("/profile"))
                .bodyText()
                .contains("href=\"/profile/contact\"")
                .doesNotContain(NEW);
        assertThat(log()).containsExactly("profile-change-asked {Address, Email}", "profile-change-taken-back {}");
    }

    @Test
    void whereTheClinicSaysSoItIsOnTheRecordAtOnceFieldByFieldInTheLogAndSigningInStays() {
        decide("at-once");
        change("insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)"
                + " values (" + account + ", 'email', 'ann@example.org', now(), 'Robin', now())");

        assertThat(sends("email", NEW, "mobile", "07400 123456")).hasStatus(303);

        assertThat(stored()).isEqualTo(NEW);
        assertThat(texts("select mobile from __tenant__.patient where id = " + ann))
                .containsExactly("+447400123456");
        assertThat(texts(
                        "select actor_kind || ' ' || (detail::text like '%ann@example.org → ann.new@example.org%') from __tenant__.audit_entry"
                                + " where action = 'patient-changed'"))
                .containsExactly("patient true");
        assertThat(texts("select value from __tenant__.credential")).containsExactly("ann@example.org");
    }

    @Test
    void whereTheClinicLetsNobodyChangeThemTheyAreThereToRead() {
        decide("off");

        assertThat(get("/profile"))
                .hasStatusOk()
                .bodyText()
                .contains("ann@example.org", "Please tell the clinic")
                .doesNotContain("/profile/contact");
        assertThat(get("/profile/contact")).hasStatus(303);
        sends("email", NEW);
        assertThat(stored()).isEqualTo("ann@example.org");
        assertThat(texts("select state from __tenant__.profile_change")).isEmpty();
    }

    @Test
    void whatStaffChangedMeanwhileIsShownBesideWhatWasTypedAndNeitherIsLost() {
        decide("at-once");
        var seen = hidden(get("/profile/contact"), "seen");
        change("update __tenant__.patient set email = 'desk@example.org', alerts = 'Nuts', changed_by = 'Robin Desk',"
                + " version = version + 1 where id = " + ann);

        var conflict = sends(ann, seen, UUID.randomUUID(), "email", NEW);

        assertThat(conflict).hasStatus(409).bodyText().contains("Robin Desk changed these", "desk@example.org", NEW);
        assertThat(stored()).isEqualTo("desk@example.org");
        assertThat(sends(ann, hidden(conflict, "seen"), UUID.randomUUID(), "email", NEW))
                .hasStatus(303);
        assertThat(stored()).isEqualTo(NEW);
        assertThat(texts("select alerts from __tenant__.patient where id = " + ann))
                .as("what is none of the patient's business stays")
                .containsExactly("Nuts");
    }

    @Test
    void whatStaffChangedMeanwhileIsNotLostEitherWhereSomethingWasWrongFirst() {
        decide("at-once");
        var seen = hidden(get("/profile/contact"), "seen");
        change("update __tenant__.patient set email = 'desk@example.org', version = version + 1 where id = " + ann);

        var faulty = sends(ann, seen, UUID.randomUUID(), "email", "not an address");

        assertThat(faulty).hasStatus(422);
        assertThat(sends(ann, hidden(faulty, "seen"), UUID.randomUUID(), "email", NEW))
                .hasStatus(409);
        assertThat(stored()).isEqualTo("desk@example.org");
    }

    @Test
    void whatStaffChangedElsewhereOnTheRecordStandsInNobodysWay() {
        decide("at-once");
        var seen = hidden(get("/profile/contact"), "seen");
        change("update __tenant__.patient set alerts = 'Nuts', version = version + 1 where id = " + ann);

        assertThat(sends(ann, seen, UUID.randomUUID(), "email", NEW)).hasStatus(303);
        assertThat(stored()).isEqualTo(NEW);
    }

    @Test
    void aFormThatIsSentTwiceAsksOnceAndASecondTabIsToldThatSomethingWaits() {
        var page = get("/profile/contact");
        var seen = hidden(page, "seen");
        var attempt = UUID.fromString(hidden(page, "attempt"));

        assertThat(sends(ann, seen, attempt, "email", NEW)).hasStatus(303);
        assertThat(sends(ann, seen, attempt, "email", NEW)).hasStatus(303);
        assertThat(sends(ann, seen, UUID.randomUUID(), "email", "other@example.org"))
                .hasStatus(303);

        assertThat(texts("select wanted from __tenant__.profile_change_field")).containsExactly(NEW);
    }

    @Test
    void whatCannotBeReadIsSaidBesideItAndKept() {
        assertThat(sends("email", "not an address", "mobile", "020 7946 0000"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter an email address, like name@example.org",
                        "not an address",
                        "This number takes no texts");
        assertThat(texts("select state from __tenant__.profile_change")).isEmpty();
    }

    @Test
    void whoActsForHerSeesOnlyTheEndsAndCanOnlyProposeWhateverTheClinicDecided() {
        decide("at-once");
        var cleo = cleo();
        grant(account, cleo, "full", "bookings");

        assertThat(actingFor(cleo, "/profile"))
                .hasStatusOk()
                .bodyText()
                .contains("c•••@example.org", "Profile of Cleo Example")
                .doesNotContain("cleo@example.org");
        assertThat(actingFor(cleo, "/profile/contact")).bodyText().doesNotContain("cleo@example.org");

        assertThat(sends(cleo, "", UUID.randomUUID(), "mobile", "07400 123456")).hasStatus(303);

        assertThat(texts("select email || ' ' || coalesce(mobile, '-') from __tenant__.patient where id = " + cleo))
                .containsExactly("cleo@example.org -");
        assertThat(texts("select field || ' ' || wanted from __tenant__.profile_change_field"))
                .as("what was left empty stays")
                .containsExactly("mobile +447400123456");
        long hers = account(north(), cleo);
        assertThat(as(hers, "/profile"))
                .bodyText()
                .contains("Ann Example has asked the clinic", "cleo@example.org")
                .doesNotContain("07400");
        assertThat(send(hers, "/profile/changes/1/taking-back"))
                .as("not hers to take back")
                .hasStatus(404);
    }

    @Test
    void whoProposesHearsTheSameWhetherOrNotTheyGuessedRight() {
        var cleo = cleo();
        grant(account, cleo, "full", "bookings");
        assertThat(hidden(actingFor(cleo, "/profile/contact"), "seen"))
                .as("nothing to try guesses against")
                .isEmpty();

        assertThat(sends(cleo, "", UUID.randomUUID(), "email", "cleo@example.org"))
                .hasStatus(303);

        assertThat(texts("select field || ' ' || wanted from __tenant__.profile_change_field"))
                .containsExactly("email cleo@example.org");
        assertThat(actingFor(cleo, "/profile")).bodyText().contains("Waiting for the clinic", "Take it back");
        assertThat(post("/profile/changes/1/taking-back")).hasStatus(303);
        assertThat(sends(cleo, "", UUID.randomUUID(), "email", "cleo@example.org", "mobile", "07400 123456"))
                .hasStatus(303);
        assertThat(texts("select field from __tenant__.profile_change_field where change_id = 2"))
                .as("the right one is not left out")
                .containsExactlyInAnyOrder("email", "mobile");
    }

    @Test
    void anAccountAsksFiveTimesADay() {
        for (int i = 1; i <= 5; i++) {
            sends("email", "ann" + i + "@example.org");
            assertThat(post("/profile/changes/" + i + "/taking-back")).hasStatus(303);
        }
        assertThat(sends("email", NEW)).hasStatus(303);
        assertThat(texts("select wanted from __tenant__.profile_change_field"))
                .hasSize(5)
                .doesNotContain(NEW);

        clock.advance(Duration.ofDays(1));
        sends("email", NEW);

        assertThat(texts("select wanted from __tenant__.profile_change_field")).contains(NEW);
    }

    @Test
    void ofAnAnswerNobodyIsToldWhoseAccessHasEndedNorWhereTheProfileIsOff() {
        sends("email", NEW);
        assertThat(newsHolds()).as("nothing was answered").isFalse();
        change("update __tenant__.profile_change set state = 'answered', answered_at = now(), answered_by = 'Robin'");
        assertThat(newsHolds()).isTrue();

        change("update __tenant__.access_grant set relationship = 'parent'");
        assertThat(newsHolds()).as("a parent without appointments").isFalse();
        change("update __tenant__.access_grant set scope = array['bookings']");
        assertThat(newsHolds()).as("a parent with them").isTrue();
        publish("", "", false);
        assertThat(newsHolds()).as("the section is off").isFalse();
        publish("", "", true);
        change(
                "update __tenant__.access_grant set ended_at = now(), ended_because = 'ended-by-staff', ended_by = 'Rosa'");
        assertThat(newsHolds()).as("ended").isFalse();
    }

    @Test
    void limitedAccessAndAccessWithoutAppointmentsSeeNothing() {
        var cleo = cleo();
        grant(account, cleo, "full", "money");
        refused(cleo);
        change("update __tenant__.access_grant set level = 'limited', scope = array['bookings'] where patient_id = "
                + cleo);
        refused(cleo);
        change("update __tenant__.access_grant set level = 'limited' where patient_id = " + ann);
        refused(ann);
    }

    @Test
    void aParentWhoseAccessTurnedLimitedByTheChildsAgeSeesNothingMore() {
        var cleo = cleo();
        grant(account, cleo, "full", "bookings");
        assertThat(actingFor(cleo, "/profile")).bodyText().contains("c•••@example.org");
        change("update __tenant__.access_grant set limited_from = timestamptz '2026-01-01' where patient_id = " + cleo);
        refused(cleo);
    }

    @Test
    void anotherPatientsProfileIsNotThere() {
        var bob = patient(north(), "Bob");

        assertThat(sends(bob, "", UUID.randomUUID(), "email", NEW)).hasStatus(404);
        assertThat(post("/profile/" + bob + "/preferences")).hasStatus(404);
        long bobs = account(north(), bob);
        sends("email", NEW);
        assertThat(send(bobs, "/profile/changes/1/taking-back")).hasStatus(404);
        assertThat(as(bobs, "/profile")).bodyText().contains("bob@example.org").doesNotContain(NEW);
    }

    @Test
    void theOtherClinicHasItsOwn() {
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        var yuki = patient(south(), "Yuki");
        assertThat(account(south(), yuki)).isEqualTo(account);
        assertThat(yuki).isEqualTo(ann);
        sends("email", NEW);
        post("/profile/" + ann + "/preferences");

        assertThat(at("south", "/profile"))
                .hasStatusOk()
                .bodyText()
                .contains("yuki@example.org")
                .doesNotContain(NEW);
        assertThat(in(
                        south(),
                        () -> data.sql("select count(*) from __tenant__.profile_change")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void aSectionThatIsOffIsGone() {
        sends("email", NEW);
        PortalDesign plain = PortalDesign.plain("North Clinic");
        assertThat(get("/")).bodyText().contains("href=\"/profile\"");
        CurrentTenant.run(
                north(),
                () -> setup.publish(
                        STAFF,
                        new PortalDesign(
                                "North Clinic",
                                plain.main(),
                                plain.accent(),
                                "",
                                "",
                                "",
                                "",
                                "",
                                null,
                                Set.of(Section.INVOICES))));

        assertThat(get("/")).bodyText().doesNotContain("href=\"/profile\"");
        for (var path : List.of("/profile", "/profile/contact", "/profile/preferences")) {
            assertThat(get(path)).as(path).hasStatus(404);
        }
        assertThat(sends("email", NEW)).hasStatus(404);
        assertThat(post("/profile/changes/1/taking-back")).hasStatus(404);
    }

    @Test
    void howSheIsReachedIsSavedAtOnceAndTwoTabsDoNotOverwriteEachOther() {
        var form = "/profile/" + ann + "/preferences";
        assertThat(send(account, form, "reminder", "sms", "news", "sms", "from", "7pm", "until", "10", "version", "0"))
                .hasStatus(303);

        assertThat(get("/profile"))
                .bodyText()
                .contains("By text message only")
                .containsPattern("From (19:00|7:00.PM) to ");
        assertThat(texts("select detail::text from __tenant__.audit_entry where action = 'preferences-changed'"))
                .singleElement()
                .asString()
                .contains("email and text message → text message", "19:00 to 10:00");

        var second = send(account, form, "reminder", "email", "news", "email", "version", "0");
        assertThat(second).hasStatus(409).bodyText().contains("Somebody else changed this");
        assertThat(get("/profile")).bodyText().contains("By text message only");
        assertThat(send(account, form, "news", "email", "version", hidden(second, "version")))
                .hasStatus(303);
        assertThat(texts("select cardinality(reminders)::text from __tenant__.patient_preferences"))
                .containsExactly("0");
    }

    @Test
    void quietHoursThatLeaveNothingOfTheDayAreRefused() {
        var form = "/profile/" + ann + "/preferences";

        assertThat(send(account, form, "from", "8", "until", "21", "version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Leave some of the day outside these hours");
        assertThat(send(account, form, "from", "late", "until", "", "version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the time from which it is quiet", "late");
    }

    private boolean newsHolds() {
        var condition = conditions.stream()
                .filter(one -> one.kind().equals("profile-change"))
                .findFirst()
                .orElseThrow();
        return in(north(), () -> condition.holds("1"));
    }

    private PatientId cleo() {
        return patient(north(), "Cleo");
    }

    private void refused(PatientId patient) {
        assertThat(actingFor(patient, "/profile"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing to show here")
                .doesNotContain("@example.org");
        assertThat(actingFor(patient, "/profile/contact")).hasStatus(303);
        assertThat(sends(patient, "", UUID.randomUUID(), "email", NEW)).hasStatus(404);
        assertThat(post("/profile/" + patient + "/preferences")).hasStatus(404);
    }

    private String stored() {
        return texts("select email from __tenant__.patient where id = " + ann).getFirst();
    }

    private void decide(String changes) {
        change("insert into __tenant__.profile_settings (changes, version) values ('" + changes + "', 1)");
    }

    private List<String> log() {
        return texts("select action || ' {' || coalesce((select string_agg(key, ', ' order by key)"
                + " from jsonb_path_query(detail, 'lax $[*]') one, jsonb_object_keys(one) key), '') || '}'"
                + " from __tenant__.audit_entry where action like 'profile-change%' order by id");
    }

    private List<String> texts(String query) {
        return in(north(), () -> data.sql(query).query(String.class).list());
    }

    private void change(String sql) {
        in(north(), () -> data.sql(sql).update());
    }

    /** Ann's own, in a form just opened. */
    private MvcTestResult sends(String... fields) {
        return sends(ann, currentlySeen(), UUID.randomUUID(), fields);
    }

    private String currentlySeen() {
        var page = get("/profile/contact");
        return page.getResponse().getStatus() == 200 ? hidden(page, "seen") : "";
    }

    private MvcTestResult sends(PatientId patient, String seen, UUID attempt, String... fields) {
        var all = new String[fields.length + 4];
        System.arraycopy(fields, 0, all, 4, fields.length);
        all[0] = "seen";
        all[1] = seen;
        all[2] = "attempt";
        all[3] = attempt.toString();
        return send(account, "/profile/" + patient + "/contact", all);
    }

    private MvcTestResult send(long by, String path, String... fields) {
        var request = mvc.post().uri("https://north.anteroom.test" + path).header(SignedInPages.ACCOUNT, by);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult as(long by, String path) {
        return mvc.get()
                .uri("https://north.anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, by)
                .exchange();
    }

    private static String hidden(MvcTestResult page, String name) {
        try {
            var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                    .matcher(page.getResponse().getContentAsString());
            assertThat(found.find()).as(name).isTrue();
            return found.group(1);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
