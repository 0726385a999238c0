package io.anteroom.controlplane.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.messaging.Delivery;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.SmsContent;
import io.anteroom.tenancy.known.KnownAddress;
import io.anteroom.tenancy.known.KnownPortals;
import io.anteroom.tenancy.known.KnownPortals.Found;
import io.anteroom.tenancy.known.KnownPortals.Portal;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Links;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the worker makes of a search, with clinics and a carrier of the test's own. */
@ControlPlaneTest
class SearchWorkTest {

    private static final String ANNA = "anna@example.net";
    private static final Portal NORTH = new Portal("North Clinic", "north");
    private static final Portal SOUTH = new Portal("South Clinic", "south");

    @Autowired
    Searches searches;

    @Autowired
    WebSettings web;

    @Autowired
    TestClock clock;

    private final Map<String, Found> clinics = new HashMap<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<Message> sent = new ArrayList<>();
    private int network;
    private Delivery carrier = new Delivery.Accepted();

    @SuppressWarnings("NullAway.Init")
    private SearchWork work;

    @BeforeEach
    void theWorker() {
        KnownPortals portals = typed -> Optional.ofNullable(clinics.get(typed));
        work = new SearchWork(
                searches,
                () -> portals,
                address -> Integer.toHexString(address.value().hashCode()),
                new PortalsMessage(new Links(web)),
                (id, message) -> {
                    ids.add(id);
                    sent.add(message);
                    return carrier;
                });
    }

    @Test
    void whoIsKnownToOneClinicGetsItsLink() {
        knows("anna@example.net", NORTH);
        search(ANNA);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().recipient()).isEqualTo(ANNA);
        var mail = (EmailContent) sent.getFirst().content();
        assertThat(mail.subject()).isEqualTo("Where your patient portal is");
        assertThat(String.join("\n", mail.paragraphs())).contains("North Clinic", "If it wasn’t you");
        assertThat(mail.action()).isEqualTo(new EmailContent.Action("Open the portal", "https://north.example.org/"));
        assertThat(kept()).isEmpty();
    }

    @Test
    void whoIsKnownToSeveralGetsAllOfThem() {
        knows(ANNA, NORTH, SOUTH);
        search(ANNA);
        var mail = (EmailContent) sent.getFirst().content();
        assertThat(mail.subject()).isEqualTo("Where your patient portals are");
        assertThat(mail.paragraphs())
                .contains("North Clinic\nhttps://north.example.org/", "South Clinic\nhttps://south.example.org/");
    }

    @Test
    void aNumberGetsATextAndOneThatFits() {
        var many = IntStream.range(0, 20)
                .mapToObj(i -> new Portal("A clinic with a name of some length " + i, "clinic-" + i))
                .toArray(Portal[]::new);
        clinics.put("+447400123456", new Found(new KnownAddress("mobile", "+447400123456"), List.of(many)));
        search("+447400123456");
        var text = (SmsContent) sent.getFirst().content();
        assertThat(text.text())
                .contains("A clinic with a name of some length 0: https://clinic-0.example.org/", "ignore this")
                .hasSizeLessThanOrEqualTo(600);
    }

    @Test
    void whomNobodyKnowsGetsNothingAndNothingIsKept() {
        search("nobody@example.net");
        assertThat(sent).isEmpty();
        assertThat(kept()).isEmpty();
        assertThat(texts("select subject from control.portal_search_cap where kind like 'address%'"))
                .isEmpty();
    }

    @Test
    void oneMessageInTenMinutesAndFiveADayForEachAddress() {
        knows(ANNA, NORTH);
        knows("bob@example.net", NORTH);
        search(ANNA);
        search(ANNA);
        assertThat(sent).hasSize(1);
        search("bob@example.net");
        assertThat(sent).hasSize(2);
        for (int i = 0; i < 10; i++) {
            clock.advance(SearchCaps.WINDOW);
            search(ANNA);
        }
        assertThat(sent).hasSize(6);
        clock.advance(Duration.ofDays(1));
        search(ANNA);
        assertThat(sent).hasSize(7);
        clock.advance(Duration.ofDays(3));
        search("nobody@example.net");
        assertThat(texts("select subject from control.portal_search_cap where kind like 'address%'"))
                .as("counted no longer than it counts")
                .isEmpty();
    }

    @Test
    void soManyMessagesOfAllTogetherAndSearchesForNobodyAreNoneOfThem() {
        for (int i = 0; i < 45; i++) {
            search("nobody" + i + "@example.net");
        }
        for (int i = 0; i < 45; i++) {
            knows("a" + i + "@example.net", NORTH);
            search("a" + i + "@example.net");
        }
        assertThat(sent).as("the test sets 40").hasSize(40);
        clock.advance(SearchCaps.WINDOW);
        search("a44@example.net");
        assertThat(sent).hasSize(41);
    }

    @Test
    void whatCannotBeSentIsTriedAgainUnderTheSameIdAndCountsOnce() {
        knows(ANNA, NORTH);
        carrier = new Delivery.TryLater("The mail server is busy");
        var id = leave(ANNA);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> work.handle(id.toString())).hasMessage("The mail server is busy");
        }
        carrier = new Delivery.Accepted();
        work.handle(id.toString());
        assertThat(ids).hasSize(4).containsOnly(id);
        work.handle(id.toString());
        assertThat(sent).as("done twice it happens once").hasSize(4);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodIsForgotten() {
        knows(ANNA, NORTH);
        carrier = new Delivery.Refused("No such mailbox");
        search(ANNA);
        assertThat(kept()).isEmpty();
    }

    @Test
    void anAnswerThatCouldNotBeSentForAnHourIsNotSentAnyMore() {
        knows(ANNA, NORTH);
        carrier = new Delivery.NoAnswer("The mail server said nothing");
        var id = leave(ANNA);
        assertThatThrownBy(() -> work.handle(id.toString())).isInstanceOf(SearchWork.SearchPostponed.class);
        leave("bob@example.net");
        clock.advance(Duration.ofMinutes(61));
        work.handle(id.toString());
        assertThat(sent).hasSize(1);
        assertThat(kept()).as("nor others of that age").isEmpty();
    }

    @Test
    void nothingOfItStandsInThePlatformsOutbox() {
        knows(ANNA, NORTH);
        search(ANNA);
        assertThat(texts("select recipient from control.platform_message")).isEmpty();
    }

    private void knows(String address, Portal... portals) {
        clinics.put(address, new Found(new KnownAddress("email", address), List.of(portals)));
    }

    private void search(String typed) {
        work.handle(leave(typed).toString());
    }

    private UUID leave(String typed) {
        var id = UUID.randomUUID();
        assertThat(searches.leave(id, typed, "198.51.100." + network++)).isEmpty();
        return id;
    }

    private static List<String> kept() {
        return texts("select id::text from control.portal_search");
    }

    private static List<String> texts(String sql) {
        return Tenants.superuser().sql(sql).query(String.class).list();
    }
}
