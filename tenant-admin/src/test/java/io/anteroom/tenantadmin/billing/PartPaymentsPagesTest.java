package io.anteroom.tenantadmin.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import org.junit.jupiter.api.Test;

class PartPaymentsPagesTest extends StaffPagesFixture {

    private static final String PAGE = "/o/north/settings/payments/parts";

    PartPaymentsPagesTest() {
        super(StaffRole.OWNER);
    }

    @Test
    void theClinicSaysWhetherPartsAreTakenAndTheLeast() {
        assertThat(opens("/o/north/settings/payments"))
                .hasStatusOk()
                .bodyText()
                .contains("Patients pay all that is due");
        assertThat(opens(PAGE)).hasStatusOk().bodyText().contains("Paying in parts", "value=\"10.00\"");

        assertThat(sends(PAGE, "allowed", "true", "least", "25"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/settings/payments");
        assertThat(opens("/o/north/settings/payments")).bodyText().contains("£25.00 or more");
        assertThat(opens(PAGE)).bodyText().contains("value=\"25.00\"", "checked");
        assertThat(sends(PAGE, "least", "25")).hasStatus(303);
        assertThat(opens("/o/north/settings/payments")).bodyText().contains("Patients pay all that is due");
    }

    @Test
    void whatNoCardPaysIsNoLeast() {
        for (String least : new String[] {"", "0", "-5", "0.10", "lots", "9999999999"}) {
            assertThat(sends(PAGE, "allowed", "true", "least", least))
                    .as(least)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Enter an amount that a card can pay", "checked", "value=\"" + least + "\"");
        }
        assertThat(opens("/o/north/settings/payments")).bodyText().contains("Patients pay all that is due");
    }

    @Test
    void onlyWhoSetsUpPaymentsMay() {
        role = StaffRole.RECEPTIONIST;

        assertThat(opens(PAGE)).hasStatus(403);
        assertThat(sends(PAGE, "allowed", "true", "least", "25")).hasStatus(403);
        role = StaffRole.OWNER;
        assertThat(sends(PAGE, "allowed", "true", "least", "25")).hasStatus(303);
        assertThat(opens("/o/south/settings/payments"))
                .as("the other clinic has said nothing")
                .bodyText()
                .contains("Patients pay all that is due");
    }
}
