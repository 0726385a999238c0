package io.anteroom.clinic.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.data.NoticeListener;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(PortalSetupTest.Settings.class)
class PortalSetupTest {

    private static final Actor STAFF = new Actor.Staff("sub-1", "Ada Lovelace");

    @Autowired
    private PortalSetup setup;

    @Autowired
    private PublishedPortals portals;

    @Autowired
    private SetupChecklist checklist;

    @Autowired
    private TestClock clock;

    @Autowired
    private StatementCount statements;

    @Autowired
    private Channel channel;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aNewClinicsPortalIsOffAndPlain() {
        Tenants.inNorth(() -> {
            assertThat(portals.current().on()).isFalse();
            assertThat(portals.current().design())
                    .isEqualTo(PortalDesign.plain(Tenants.north().name()));
            assertThat(portals.current().offers(Section.INVOICES)).isFalse();
            assertThat(setup.settings().hasDraft()).isFalse();
            assertThat(setup.settings().everPublished()).isFalse();
        });
    }

    @Test
    void patientsSeeADraftOnlyOncePublishedAndAtOnce() {
        Tenants.inNorth(() -> {
            PortalDesign before = portals.current().design();
            saveDraft(named("North Street Clinic"));

            assertThat(setup.settings().current().name()).isEqualTo("North Street Clinic");
            assertThat(portals.current().design()).isEqualTo(before);

            assertThat(setup.publish(STAFF, setup.settings().current())).isInstanceOf(Publishing.Published.class);

            assertThat(portals.current().design().name()).isEqualTo("North Street Clinic");
            assertThat(setup.settings().hasDraft()).isFalse();
            assertThat(setup.settings().publishedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aChangeMadeElsewhereIsHeard() throws InterruptedException {
        Tenants.inNorth(() -> setup.switchTo(STAFF, true));

        assertThat(channel.heard.poll(20, TimeUnit.SECONDS))
                .isEqualTo(Tenants.north().id().value());
    }

    @Test
    void theOtherClinicKeepsItsOwnLook() {
        Tenants.inSouth(() -> setup.publish(STAFF, named("South")));
        Tenants.inNorth(() -> {
            setup.publish(STAFF, named("North"));
            setup.switchTo(STAFF, true);
        });

        Tenants.inSouth(() -> {
            assertThat(portals.current().design().name()).isEqualTo("South");
            assertThat(portals.current().on()).isFalse();
        });
    }

    @Test
    void aDiscardedDraftIsForgotten() {
        Tenants.inNorth(() -> {
            saveDraft(named("Half an idea"));
            setup.discard(setup.settings().current().fingerprint());

            assertThat(setup.settings().hasDraft()).isFalse();
        });
    }

    @Test
    void whatIsTheSameAsPublishedIsNoDraft() {
        Tenants.inNorth(() -> {
            setup.publish(STAFF, named("North"));
            saveDraft(named("Other"));
            saveDraft(named("North"));

            assertThat(setup.settings().hasDraft()).isFalse();
        });
    }

    @Test
    void whoSavesOverWhatTheyHaveNotSeenIsRefusedAndNothingIsLost() {
        Tenants.inNorth(() -> {
            PortalDesign seen = setup.settings().current();
            assertThat(setup.saveDraft(DesignChange.of(seen, named("First")))).isTrue();

            assertThat(setup.saveDraft(DesignChange.of(seen, named("Second")))).isFalse();
            assertThat(setup.discard(seen.fingerprint())).isFalse();
            assertThat(setup.publish(STAFF, DesignChange.of(seen, named("Second"))))
                    .isEqualTo(new Publishing.Meanwhile());

            assertThat(setup.settings().current().name()).isEqualTo("First");
            assertThat(setup.settings().everPublished()).isFalse();
            assertThat(setup.saveDraft(DesignChange.of(setup.settings().current(), named("Second"))))
                    .isTrue();
        });
    }

    @Test
    void aLogoOfWhoComesTooLateIsNotKept() {
        LogoImage logo = logo(40);
        Tenants.inNorth(() -> {
            PortalDesign seen = setup.settings().current();
            saveDraft(named("First"));

            setup.saveDraft(new DesignChange(seen.fingerprint(), named("Second").withLogo(logo.id()), logo));

            assertThat(setup.logo(logo.id())).isEmpty();
        });
    }

    @Test
    void everyPartOfADesignIsInItsFingerprint() {
        PortalDesign plain = PortalDesign.plain("North");
        Colour blue = new Colour("#1b4d8f");
        assertThat(Stream.of(
                                plain,
                                named("South"),
                                changed(plain, blue, plain.accent(), "", "", "", "", ""),
                                changed(plain, plain.main(), blue, "", "", "", "", ""),
                                changed(plain, plain.main(), plain.accent(), "x", "", "", "", ""),
                                changed(plain, plain.main(), plain.accent(), "", "x", "", "", ""),
                                changed(plain, plain.main(), plain.accent(), "", "", "x", "", ""),
                                changed(plain, plain.main(), plain.accent(), "", "", "", "x", ""),
                                changed(plain, plain.main(), plain.accent(), "", "", "", "", "x"),
                                plain.withLogo(logo(40).id()))
                        .map(PortalDesign::fingerprint))
                .doesNotHaveDuplicates();
        assertThat(PortalDesign.plain("North").fingerprint()).isEqualTo(plain.fingerprint());
    }

    @Test
    void aColourNobodyCanReadStaysADraft() {
        PortalDesign plain = PortalDesign.plain("North");
        PortalDesign yellow = new PortalDesign(
                "North", new Colour("#ffd200"), plain.accent(), "", "", "", "", "", null, plain.sections());
        Tenants.inNorth(() -> {
            Publishing result = setup.publish(STAFF, yellow);

            assertThat(result).isInstanceOf(Publishing.TooFaint.class);
            assertThat(((Publishing.TooFaint) result).main().passes()).isFalse();
            assertThat(((Publishing.TooFaint) result).accent().passes()).isTrue();
            assertThat(setup.settings().current().main()).isEqualTo(new Colour("#ffd200"));
            assertThat(portals.current().design().main()).isEqualTo(plain.main());
            assertThat(audit()).isEmpty();
        });
    }

    @Test
    void whoPublishedWhatAndSwitchedItOnIsWrittenDownOnce() {
        Tenants.inNorth(() -> {
            setup.publish(STAFF, named("North Street Clinic"));
            setup.publish(STAFF, named("North Street Clinic"));
            setup.switchTo(STAFF, true);
            setup.switchTo(STAFF, true);
            setup.switchTo(STAFF, false);

            assertThat(audit())
                    .containsExactly(
                            "Ada Lovelace branding-published",
                            "Ada Lovelace portal-switched-on",
                            "Ada Lovelace portal-switched-off");
        });
        Tenants.inSouth(() -> assertThat(audit()).isEmpty());
    }

    @Test
    void aSwitchThatIsRolledBackIsSeenByNobody() {
        Tenants.inNorth(() -> {
            assertThat(portals.current().on()).isFalse();
            assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        setup.switchTo(STAFF, true);
                        throw new IllegalStateException("fails after the switch");
                    }))
                    .hasMessage("fails after the switch");

            assertThat(portals.current().on()).isFalse();
        });
    }

    @Test
    void aLogoIsShownToTheOtherClinicByNoAddress() {
        LogoImage logo = logo(40);
        Tenants.inNorth(() -> publish(logo, named("North")));

        Tenants.inNorth(() -> assertThat(setup.logo(logo.id()))
                .hasValueSatisfying(png -> assertThat(png).isEqualTo(logo.png())));
        Tenants.inSouth(() -> assertThat(setup.logo(logo.id())).isEmpty());
    }

    @Test
    void aLogoThatNothingShowsAnyMoreIsDeleted() {
        LogoImage first = logo(40);
        LogoImage second = logo(50);
        Tenants.inNorth(() -> {
            publish(first, named("North"));
            PortalDesign draft = named("North").withLogo(second.id());
            setup.saveDraft(new DesignChange(setup.settings().current().fingerprint(), draft, second));
            assertThat(setup.logo(first.id())).isPresent();
            assertThat(setup.logo(second.id())).isPresent();

            setup.publish(STAFF, draft);
            assertThat(setup.logo(first.id())).isEmpty();

            saveDraft(named("North").withLogo(null));
            assertThat(setup.logo(second.id())).isPresent();
        });
    }

    @Test
    void sectionsWithoutPagesAreStoredAndOfferedToNobody() {
        PortalDesign all = new PortalDesign(
                "North",
                PortalDesign.plain("x").main(),
                PortalDesign.plain("x").accent(),
                "",
                "",
                "",
                "",
                "",
                null,
                EnumSet.allOf(Section.class));
        Tenants.inNorth(() -> {
            setup.publish(STAFF, all);
            setup.switchTo(STAFF, true);

            assertThat(portals.current().design().sections()).containsExactlyInAnyOrder(Section.values());
            assertThat(portals.current().offers(Section.INVOICES)).isTrue();
            assertThat(portals.current().offers(Section.PAYMENT_METHODS)).isTrue();
        });
    }

    @Test
    void aPageOfThePortalReadsItsLookFromMemory() {
        Tenants.inNorth(() -> {
            portals.current();
            statements.reset();
            portals.current();
            assertThat(statements.statements()).isEmpty();
        });
    }

    @Test
    void theChecklistTicksItself() {
        Tenants.inNorth(() -> {
            assertThat(checklist.progress()).isEqualTo(new SetupProgress(false, false, false, false, false));

            setup.publish(STAFF, PortalDesign.plain(CurrentTenant.get().name()));
            assertThat(checklist.progress()).isEqualTo(new SetupProgress(false, true, false, false, false));

            setup.publish(STAFF, named("A name of its own"));
            setup.switchTo(STAFF, true);
            assertThat(checklist.progress()).isEqualTo(new SetupProgress(true, true, false, false, true));
        });
        Tenants.inSouth(() -> assertThat(checklist.progress().done()).isZero());
    }

    private List<String> audit() {
        return new TransactionTemplate(transactions)
                .execute(
                        status -> jdbc.sql("select actor_name || ' ' || action from __tenant__.audit_entry order by id")
                                .query(String.class)
                                .list());
    }

    private void saveDraft(PortalDesign design) {
        assertThat(setup.saveDraft(DesignChange.of(setup.settings().current(), design)))
                .isTrue();
    }

    private void publish(LogoImage logo, PortalDesign design) {
        String seen = setup.settings().current().fingerprint();
        assertThat(setup.publish(STAFF, new DesignChange(seen, design.withLogo(logo.id()), logo)))
                .isInstanceOf(Publishing.Published.class);
    }

    private static PortalDesign changed(
            PortalDesign plain,
            Colour main,
            Colour accent,
            String welcome,
            String phone,
            String email,
            String address,
            String privacy) {
        return new PortalDesign(
                plain.name(), main, accent, welcome, phone, email, address, privacy, null, plain.sections());
    }

    private static PortalDesign named(String name) {
        return PortalDesign.plain(name);
    }

    private static LogoImage logo(int width) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "png", png);
            return ((LogoReading.Accepted) LogoReader.read(png.toByteArray())).image();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({PortalSetup.class, PublishedPortals.class, PortalSettingsStore.class, SetupChecklist.class, AuditLog.class
    })
    static class Settings {

        /** Hears what another process would. */
        @Bean
        Channel channel() {
            return new Channel();
        }

        /** A clinic that has not begun with payments. */
        @Bean
        Onboarding onboarding() {
            return new Onboarding() {
                @Override
                public OnboardingStart start(OnboardingReturn urls, String contactEmail) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public OnboardingStatus status() {
                    return new OnboardingStatus(OnboardingStatus.Stage.NOT_STARTED, null, false, List.of(), null);
                }

                @Override
                public OnboardingStatus refresh() {
                    return status();
                }
            };
        }
    }

    /** Listens as {@link PublishedPortals} does. */
    static final class Channel implements NoticeListener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public String channel() {
            return "portal_changed";
        }

        @Override
        public void heard(String payload) {
            heard.add(payload);
        }

        @Override
        public void missed() {}
    }
}
