package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.anteroom.clinic.billing.price.OfferedPrice;
import io.anteroom.clinic.billing.price.PriceChoice;
import io.anteroom.clinic.billing.price.PriceDetails;
import io.anteroom.clinic.billing.price.PriceItemId;
import io.anteroom.clinic.billing.price.PriceList;
import io.anteroom.clinic.billing.price.PriceSaving;
import io.anteroom.tenancy.Tenant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PriceListTest extends BillingFixture {

    @Autowired
    PriceList prices;

    @Autowired
    PriceChoice choice;

    @Test
    void aPriceIsAddedChangedRetiredAndTakenBack() {
        PriceItemId id = added(north(), "CONS", "Consultation", 8_450);

        assertThat(as(north(), () -> prices.change(id, 0, of("CONS", "Consultation", 9_000), STAFF)))
                .isEqualTo(new PriceSaving.Saved(id));
        assertThat(as(north(), () -> prices.change(id, 0, of("CONS", "Consultation", 9_500), STAFF)))
                .isInstanceOf(PriceSaving.Meanwhile.class);
        as(north(), () -> prices.offer(id, false, STAFF));
        assertThat(as(north(), () -> prices.page("", false, 1)).items()).isEmpty();
        assertThat(as(north(), () -> prices.page("cons", true, 1)).items()).hasSize(1);
        assertThat(as(north(), choice::offered)).isEmpty();
        as(north(), () -> prices.offer(id, true, STAFF));
        as(north(), () -> prices.offer(id, true, STAFF));
        assertThat(as(north(), () -> prices.find(id)).orElseThrow().details().unitMinor())
                .isEqualTo(9_000);
        assertThat(audited(north()))
                .containsExactly("price-added", "price-changed", "price-retired", "price-brought-back");
    }

    @Test
    void aCodeIsThereOnceWhateverItsCase() {
        PriceItemId one = added(north(), "CONS", "Consultation", 100);
        PriceItemId other = added(north(), "XRAY", "X-ray", 100);

        assertThat(as(north(), () -> prices.add(of("cons", "Another", 1), STAFF)))
                .isEqualTo(new PriceSaving.CodeTaken());
        assertThat(as(north(), () -> prices.change(other, 0, of("Cons", "X-ray", 100), STAFF)))
                .isEqualTo(new PriceSaving.CodeTaken());
        assertThat(as(north(), () -> prices.change(one, 0, of("cons", "Consultation", 100), STAFF)))
                .isEqualTo(new PriceSaving.Saved(one));
        assertThatIllegalArgumentException().isThrownBy(() -> of(" ", "Nothing", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> of("A", "", 1));
    }

    @Test
    void ofTwoWhoGiveTwoPricesTheSameCodeAtOnceTheSecondIsTold() throws Exception {
        PriceItemId one = added(north(), "CONS", "Consultation", 100);
        PriceItemId other = added(north(), "XRAY", "X-ray", 100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PriceSaving> second = inTransaction(north(), () -> {
                prices.change(one, 0, of("NEW", "Consultation", 100), STAFF);
                Future<PriceSaving> waits = threads.submit(() ->
                        as(north(), () -> prices.change(other, 0, of("new", "X-ray", 100), STAFF)));
                while (!waits.isDone() && !somebodyWaits()) {
                    Thread.onSpinWait();
                }
                return waits;
            });
            assertThat(second.get()).isEqualTo(new PriceSaving.CodeTaken());
        }
    }

    private boolean somebodyWaits() {
        return data.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatIsTypedOnAnInvoiceFindsAPriceOrAServiceThatHasOne() {
        added(north(), "CONS", "Consultation", 8_450);
        added(north(), "CONS-2", "Second consultation", 5_000);
        added(north(), "100%", "Whole_mouth", 1);
        inTransaction(
                north(),
                () -> data.sql(
                                "insert into __tenant__.service (name, description, preparation, minutes, position, version,"
                                        + " price_minor, currency) values ('Check-up', '', '', 30, 1, 0, 6000, 'GBP'),"
                                        + " ('Free talk', '', '', 30, 2, 0, null, null)")
                        .update());

        assertThat(meant("cons")).containsExactly("CONS Consultation");
        assertThat(meant("consultation")).containsExactly("CONS Consultation");
        assertThat(meant("CONS-2 Second consultation")).containsExactly("CONS-2 Second consultation");
        assertThat(meant("consul")).containsExactly("CONS Consultation", "CONS-2 Second consultation");
        assertThat(meant("check")).containsExactly("Check-up");
        assertThat(meant("%")).containsExactly("100% Whole_mouth");
        assertThat(meant("free talk")).isEmpty();
        assertThat(meant("  ")).isEmpty();
        assertThat(as(north(), choice::offered)).hasSize(4);
    }

    @Test
    void aChangedPriceChangesNoLineThatWasWritten() {
        PriceItemId id = added(north(), "CONS", "Consultation", 8_450);
        OfferedPrice offered = as(north(), choice::offered).getFirst();
        InvoiceId invoice = draft(north(), patient(north(), "Ann", "ann@example.org"), offered.line());

        as(north(), () -> prices.change(id, 0, of("CONS", "Consultation", 9_000), STAFF));

        assertThat(view(north(), invoice).totalMinor()).isEqualTo(8_450);
    }

    @Test
    void anotherClinicsPricesDoNotExist() {
        PriceItemId ours = added(north(), "CONS", "Consultation", 100);

        assertThat(as(south(), () -> prices.find(ours))).isEmpty();
        assertThat(as(south(), () -> prices.change(ours, 0, of("A", "B", 1), STAFF)))
                .isEqualTo(new PriceSaving.Gone());
        assertThat(as(south(), () -> prices.offer(ours, false, STAFF))).isFalse();
        assertThat(as(south(), choice::offered)).isEmpty();
        PriceItemId theirs = added(south(), "CONS", "Sodan", 900);
        assertThat(theirs).isEqualTo(ours);
        assertThat(as(north(), () -> prices.page("", false, 1)).items())
                .extracting(item -> item.details().name())
                .containsExactly("Consultation");
    }

    private List<String> meant(String typed) {
        return as(north(), () -> choice.meant(typed, 6)).stream()
                .map(OfferedPrice::label)
                .toList();
    }

    private PriceItemId added(Tenant tenant, String code, String name, long minor) {
        return ((PriceSaving.Saved) as(tenant, () -> prices.add(of(code, name, minor), STAFF))).id();
    }

    private static PriceDetails of(String code, String name, long minor) {
        return new PriceDetails(code, name, minor, 2000, true);
    }
}
