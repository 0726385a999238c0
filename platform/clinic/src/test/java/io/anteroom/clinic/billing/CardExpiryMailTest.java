package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardOwners;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever keeps a card that expires is told at the address they sign in with, and nobody else is. */
class CardExpiryMailTest extends BillingFixture {

    private static final PayerRef ANNA = new PayerRef("account", "1");
    private static final SavedCard CARD = new SavedCard(
            new CardId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11")),
            "visa",
            "4242",
            YearMonth.of(2027, 3),
            null,
            true,
            Instant.EPOCH);

    @Autowired
    CardOwners owners;

    @Autowired
    PortalSetup setup;

    @BeforeEach
    void anAccountAtEach() {
        for (Tenant clinic : new Tenant[] {north(), south()}) {
            offering(clinic, EnumSet.allOf(Section.class));
            inTransaction(
                    clinic,
                    () -> data.sql("insert into __tenant__.portal_account (created_at) values (now())")
                            .update());
        }
    }

    @Test
    void theOwnerIsToldOfTheCardAndWhereToSeeIt() {
        signsInWith("anna@example.org", "now()");

        expires();

        assertThat(mails(north()))
                .containsExactly(
                        "card-expiry anna@example.org Your card saved with " + north().name() + " expires soon");
        assertThat(inTransaction(
                        north(),
                        () -> data.sql("select content::text from __tenant__.message")
                                .query(String.class)
                                .single()))
                .contains("Visa ending 4242", "March 2027", "/payment-methods");
        assertThat(mails(south())).isEmpty();
    }

    @Test
    void anAddressThatNobodyProvedGetsNone() {
        signsInWith("anna@example.org", "null");

        expires();

        assertThat(mails(north())).isEmpty();
    }

    @Test
    void whereTheClinicOffersNoSavedCardsNobodyIsTold() {
        signsInWith("anna@example.org", "now()");
        offering(north(), EnumSet.of(Section.INVOICES));

        expires();

        assertThat(mails(north())).isEmpty();
    }

    private void expires() {
        inTransaction(north(), () -> {
            owners.expires(ANNA, CARD);
            return 0;
        });
    }

    private void signsInWith(String email, String verified) {
        inTransaction(
                north(),
                () -> data.sql("insert into __tenant__.credential (account_id, channel, value, added_at, added_by,"
                                + " verified_at) values (1, 'email', :email, now(), 'Rosa', " + verified + ")")
                        .param("email", email)
                        .update());
    }

    private void offering(Tenant clinic, EnumSet<Section> sections) {
        PortalDesign plain = PortalDesign.plain(clinic.name());
        var design = new PortalDesign(clinic.name(), plain.main(), plain.accent(), "", "", "", "", "", null, sections);
        CurrentTenant.run(clinic, () -> {
            setup.publish(STAFF, design);
            setup.switchTo(STAFF, true);
        });
    }
}
