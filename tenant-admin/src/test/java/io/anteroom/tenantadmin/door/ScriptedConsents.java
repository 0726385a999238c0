package io.anteroom.tenantadmin.door;

import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Permissions to charge saved cards, in memory. */
public final class ScriptedConsents implements CardConsents {

    private record Given(String clinic, CardConsent consent) {}

    private final List<Given> all = new CopyOnWriteArrayList<>();
    private final TestClock clock;

    ScriptedConsents(TestClock clock) {
        this.clock = clock;
    }

    public void reset() {
        all.clear();
    }

    @Override
    public Optional<CardConsent> give(PayerRef payer, String about, CardId card, ConsentWording wording, String by) {
        var _ = revoke(payer, about, by);
        var consent = new CardConsent(
                UUID.randomUUID(),
                payer,
                about,
                card,
                wording.version(),
                wording.text(),
                wording.language().toLanguageTag(),
                clock.instant(),
                by,
                null,
                null);
        all.addFirst(new Given(clinic(), consent));
        return Optional.of(consent);
    }

    @Override
    public Optional<CardConsent> standing(PayerRef payer, String about) {
        return standing(about).stream()
                .filter(each -> each.payer().equals(payer))
                .findFirst();
    }

    @Override
    public List<CardConsent> standing(String about) {
        return all.stream()
                .filter(each -> each.clinic().equals(clinic()))
                .map(Given::consent)
                .filter(each -> each.stands() && each.about().equals(about))
                .toList();
    }

    @Override
    public boolean revoke(PayerRef payer, String about, String by) {
        Optional<CardConsent> standing = standing(payer, about);
        standing.ifPresent(was -> all.replaceAll(each -> each.consent().equals(was) ? revoked(each, by) : each));
        return standing.isPresent();
    }

    @Override
    public List<CardConsent> of(PayerRef payer) {
        return all.stream()
                .filter(each -> each.clinic().equals(clinic()))
                .map(Given::consent)
                .filter(each -> each.payer().equals(payer))
                .toList();
    }

    private Given revoked(Given given, String by) {
        CardConsent was = given.consent();
        return new Given(
                given.clinic(),
                new CardConsent(
                        was.id(),
                        was.payer(),
                        was.about(),
                        was.card(),
                        was.version(),
                        was.wording(),
                        was.language(),
                        was.givenAt(),
                        was.givenBy(),
                        clock.instant(),
                        by));
    }

    private static String clinic() {
        return CurrentTenant.get().slug();
    }
}
