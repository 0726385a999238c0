package io.anteroom.demo;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.Discount;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.Sending;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.Crediting;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.billing.price.PriceDetails;
import io.anteroom.clinic.billing.price.PriceList;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;

/** A price list, and of one patient an invoice of two tax rates with a discount, a line of which was credited. */
final class SeedPrices {

    private final PriceList prices;
    private final Billing billing;
    private final InvoiceDesk desk;
    private final InvoiceCredit credit;
    private final SeedClinic clinic;
    private final Actor.Staff owner;
    private final LocalDate today;

    SeedPrices(BeanFactory application, SeedClinic clinic, Actor.Staff owner) {
        this.prices = application.getBean(PriceList.class);
        this.billing = application.getBean(Billing.class);
        this.desk = application.getBean(InvoiceDesk.class);
        this.credit = application.getBean(InvoiceCredit.class);
        this.clinic = clinic;
        this.owner = owner;
        this.today = LocalDate.ofInstant(
                application.getBean(Clock.class).instant(), CurrentTenant.get().zone());
    }

    void put(PatientId patient) {
        price("VISIT", "Visit", clinic.unitMinor(), 0, false);
        price("VISIT-L", "Long visit", clinic.unitMinor() * 3 / 2, 0, false);
        price("MAT", "Material", clinic.unitMinor() / 5, clinic.taxBasisPoints(), false);
        price("KIT", "Exercise kit", clinic.unitMinor() / 2, clinic.taxBasisPoints(), true);
        price("LETTER", "Letter to an insurer", clinic.unitMinor() / 4, clinic.taxBasisPoints() / 2, false);
        InvoiceId invoice = billing.draft(
                patient,
                new InvoiceDraft(
                        today.plusDays(21),
                        "With ten per cent off, as agreed.",
                        List.of(
                                line("Long visit", clinic.unitMinor() * 3 / 2, 0),
                                line("Exercise kit", clinic.unitMinor() / 2, clinic.taxBasisPoints())
                                        .withTaxIncluded(true),
                                line("Letter to an insurer", clinic.unitMinor() / 4, clinic.taxBasisPoints() / 2)),
                        Discount.part(1_000)),
                owner);
        require(billing.send(invoice, owner) instanceof Sending.Sent, "an invoice");
        require(
                credit.credit(
                                desk.find(invoice).orElseThrow(),
                                new CreditWish.Lines(Set.of(2)),
                                "The letter was not needed after all.",
                                new CreditSeen(0, 0),
                                owner)
                        instanceof Crediting.Credited,
                "a credit note");
    }

    private void price(String code, String name, long minor, int taxBasisPoints, boolean included) {
        prices.add(new PriceDetails(code, name, minor, taxBasisPoints, included), owner);
    }

    private static InvoiceLine line(String description, long minor, int taxBasisPoints) {
        return new InvoiceLine(description, BigDecimal.ONE, minor, taxBasisPoints);
    }

    private static void require(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException("The demo could not write " + what);
        }
    }
}
