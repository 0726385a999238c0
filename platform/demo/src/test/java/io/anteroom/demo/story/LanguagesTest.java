package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.Sending;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Layla, who reads Arabic, and Lukas, who reads German, at Harbour Physiotherapy. */
class LanguagesTest {

    private static final Actor.Staff DESK = new Actor.Staff("desk", "Robin Desk");
    private static final int NARROW = 320;

    private final Album album = new Album("language-");

    @Test
    void aPatientSignsInSeesAnInvoiceAndBooksInArabic() {
        var layla = invoiced("Layla");
        try (var patient = Person.onAPhone(album)) {
            patient.goesTo("harbour.", "/");
            patient.presses("العربية");
            patient.reads("تسجيل الدخول إلى");
            patient.looks("ar-sign-in");
            patient.types(layla.email(), "البريد الإلكتروني أو رقم الجوال");
            patient.presses("أرسل لي رمزًا");
            patient.reads("أدخل رمزك");
            patient.looks("ar-code");
            patient.types(patient.post().code(layla.email()), "الرمز المكوّن من ستة أرقام");
            patient.presses("تسجيل الدخول");
            patient.reads("مرحبًا");
            patient.looks("ar-home");
            patient.follows("فاتورة");
            patient.isTold("بيان الفاتورة");
            patient.looks("ar-invoice");
            patient.follows("المواعيد");
            patient.reads("القادمة");
            patient.looks("ar-appointments");
            patient.follows("حجز موعد");
            patient.follows("Follow-up");
            patient.reads("متى يناسبك؟");
            patient.looks("ar-times");
            patient.page().locator(".time-choice").first().click();
            patient.reads("هل تريد حجز هذا الوقت؟");
            patient.looks("ar-held");
            patient.presses("حجز الموعد");
            patient.isTold("تم حجز موعدك.");
            patient.looks("ar-booked");
            patient.goesTo("harbour.", "/security");
            patient.looks("ar-security");
            patient.goesTo("harbour.", "/no-such-page");
            patient.reads("الصفحة غير موجودة");
        }
        assertThat(album.flaws()).isEmpty();
    }

    @Test
    void aPatientSignsInSeesAnInvoiceAndBooksInGermanAlsoOnANarrowPhone() {
        var lukas = invoiced("Lukas");
        try (var patient = Person.onAPhone(album)) {
            patient.goesTo("harbour.", "/");
            patient.presses("Deutsch");
            patient.reads("anmelden");
            patient.looks("de-sign-in");
            fits(patient.page());
            patient.types(lukas.email(), "E-Mail oder Handynummer");
            patient.presses("Code an mich senden");
            patient.reads("Geben Sie Ihren Code ein");
            patient.types(patient.post().code(lukas.email()), "Sechsstelliger Code");
            patient.presses("Anmelden");
            patient.reads("Guten Tag");
            patient.looks("de-home");
            fits(patient.page());
            patient.follows("Rechnung");
            patient.isTold("Wofür sie ist");
            patient.looks("de-invoice");
            fits(patient.page());
            patient.follows("Termine");
            patient.reads("Anstehend");
            patient.follows("Termin buchen");
            patient.follows("Follow-up");
            patient.reads("Wann passt es Ihnen?");
            fits(patient.page());
            patient.page().locator(".time-choice").first().click();
            patient.reads("Diese Zeit buchen?");
            fits(patient.page());
            patient.presses("Termin buchen");
            patient.isTold("Ihr Termin ist gebucht.");
            patient.looks("de-booked");
            for (String page : List.of("/security", "/sessions", "/access", "/password/new", "/recovery-codes/new")) {
                patient.goesTo("harbour.", page);
                fits(patient.page());
            }
        }
        assertThat(album.flaws()).isEmpty();
    }

    /** Long words do not push a page sideways. */
    private static void fits(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(NARROW, before.height);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isEqualTo(NARROW);
        page.setViewportSize(before.width, before.height);
    }

    private static NewPatient invoiced(String givenName) {
        var demo = RunningDemo.shared();
        var patient = NewPatient.at(demo, givenName);
        var application = demo.application();
        CurrentTenant.run(demo.tenant("harbour"), () -> {
            var id = new PatientId(application
                    .getBean(TransactionTemplate.class)
                    .execute(_ -> application
                            .getBean(JdbcClient.class)
                            .sql("update __tenant__.patient set email = ? where family_name = ? returning id")
                            .params(patient.email(), patient.familyName())
                            .query(Long.class)
                            .single()));
            var billing = application.getBean(Billing.class);
            var today = LocalDate.ofInstant(
                    application.getBean(Clock.class).instant(),
                    CurrentTenant.get().zone());
            var visit = new InvoiceLine("Visit", BigDecimal.ONE, 4_500, 0);
            var invoice = billing.draft(id, new InvoiceDraft(today.plusDays(14), "", List.of(visit)), DESK);
            assertThat(billing.send(invoice, DESK)).isInstanceOf(Sending.Sent.class);
        });
        return patient;
    }
}
