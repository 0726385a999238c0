package io.anteroom.demo;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.PaymentsSetup;
import io.anteroom.clinic.billing.card.CardPermissions;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.stripeemulator.StripeEmulator;
import io.anteroom.stripeemulator.objects.TestCard;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A card that a patient of the current clinic keeps, and the permission to charge it, given through the portal's own use cases. */
final class SeedCards {

    private static final URI NOWHERE = URI.create("http://localhost/done");

    private final BeanFactory application;
    private final StripeEmulator stripe;

    SeedCards(BeanFactory application, StripeEmulator stripe) {
        this.application = application;
        this.stripe = stripe;
    }

    void save(PatientId patient) {
        VisibleChart chart = chart(patient);
        var cards = application.getBean(PatientCards.class);
        if (!(cards.add(chart, new CheckoutReturn(NOWHERE, NOWHERE))
                instanceof CardSetupStart.Redirect(var setup, var _))) {
            throw new IllegalStateException("The demo could not begin to save a card");
        }
        String account = Objects.requireNonNull(
                application.getBean(PaymentsSetup.class).status().account());
        String session =
                query("select session_id from __tenant__.card_setup where id = :id", setup.value(), String.class);
        stripe.control().pay(account, session, TestCard.VISA);
        CardId card = cards.outcome(chart, setup)
                .map(done -> Objects.requireNonNull(done.card()))
                .orElseThrow();
        var permissions = application.getBean(CardPermissions.class);
        String words = permissions.wording(chart, patient, card).orElseThrow().text();
        if (!permissions.give(chart, patient, card, words)) {
            throw new IllegalStateException("The demo could not permit a card to be charged");
        }
    }

    private VisibleChart chart(PatientId patient) {
        long account = query(
                "select account_id from __tenant__.access_grant"
                        + " where patient_id = :id and relationship = 'self' and ended_at is null",
                patient.value(),
                Long.class);
        var until = application.getBean(Clock.class).instant().plus(Duration.ofHours(1));
        return application
                .getBean(Charts.class)
                .visibleTo(new Viewer(new AccountId(account), new SessionId(0), until, patient, null));
    }

    private <T> T query(String sql, Object id, Class<T> type) {
        var data = application.getBean(JdbcClient.class);
        return Objects.requireNonNull(application
                .getBean(TransactionTemplate.class)
                .execute(_ -> data.sql(sql).param("id", id).query(type).single()));
    }
}
