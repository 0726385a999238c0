package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.DesignChange;
import io.anteroom.clinic.settings.LogoReader;
import io.anteroom.clinic.settings.LogoReading;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.payments.PaymentId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvoicePapersTest extends BillingFixture {

    @Autowired
    InvoicePapers papers;

    @Autowired
    PortalSetup portal;

    @Autowired
    InvoiceVoiding voiding;

    @Test
    void thePapersSayWhatTheInvoiceSays() throws Exception {
        InvoiceId id = draft(north(), patient(north(), "Zo\u00eb", "zoe@example.org"), line("1.5", 10_000, 2000));
        as(north(), () -> billing.send(id, STAFF));
        PaymentId payment = new PaymentId(UUID.randomUUID());
        settle(north(), id, payment, 18_000);
        InvoiceView invoice = view(north(), id);

        String paper = text(as(north(), () -> papers.invoice(invoice)));
        String receipt = text(as(north(), () -> papers.receipt(invoice, payment, "Visa ending 4242"))
                .orElseThrow());

        assertThat(paper)
                .contains(
                        "Invoice 1",
                        "Zo\u00eb Example",
                        "Consultation",
                        "1.5",
                        "\u00a3150.00",
                        "Tax 20%",
                        "\u00a330.00")
                .contains("\u00a3180.00", "21 November 2026", "5 December 2026");
        assertThat(receipt).contains("Receipt", "Invoice 1", "\u00a3180.00", "Visa ending 4242", payment.toString());
        assertThat(as(north(), () -> papers.receipt(invoice, new PaymentId(UUID.randomUUID()), "card")))
                .isEmpty();
    }

    @Test
    void whoOnlyPaysHasTheTotalsAndNoLine() throws Exception {
        InvoiceId id = draft(
                north(), patient(north(), "Ann", "ann@example.org"), line("1.5", 10_000, 2000), line("1", 1_000, 2000));
        as(north(), () -> billing.send(id, STAFF));
        InvoiceView invoice = view(north(), id).forPayingOnly(number -> "Item " + number);

        assertThat(text(as(north(), () -> papers.invoice(invoice))))
                .contains("Invoice 1", "Ann Example", "Net", "\u00a3160.00", "Tax 20%", "\u00a332.00", "\u00a3192.00")
                .doesNotContain("Item", "Consultation", "\u00a3150.00", "1.5", "\u00a310.00", "of each line");
    }

    @Test
    void aVoidInvoiceSaysSinceWhenAndNotWhy() throws Exception {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);
        as(north(), () -> voiding.withdraw(id, "Meant for somebody else", STAFF));
        clock.advance(Duration.ofDays(1));
        InvoiceView invoice = view(north(), id);

        assertThat(text(as(north(), () -> papers.invoice(invoice))))
                .contains("Void", "21 November 2026")
                .doesNotContain("somebody else");
    }

    @Test
    void theyAreInTheLanguageOfWhoeverAsks() throws Exception {
        InvoiceId id = draft(north(), patient(north(), "Ada", "ada@example.org"), line("1.5", 10_000, 2000));
        as(north(), () -> billing.send(id, STAFF));
        Words german = Words.in(Language.GERMAN, "GB");

        byte[] paper = as(north(), () -> Words.speaking(() -> german, () -> papers.invoice(view(north(), id))));

        assertThat(text(paper))
                .contains("Rechnung 1", "Fällig", "Steuer 20 %", "150,00 £")
                .doesNotContain("To pay", "Price");
    }

    @Test
    void severalRatesAndDiscountsAreOnThePaper() throws Exception {
        var ada = patient(north(), "Ada", "ada@example.org");
        var lines = List.of(
                line("1", 12_000, 2000).withTaxIncluded(true).less(Discount.part(1_000)), line("1", 1_000, 500));
        InvoiceId id =
                as(north(), () -> billing.draft(ada, new InvoiceDraft(DUE, "", lines, Discount.amount(2_360)), STAFF));
        PaymentId payment = new PaymentId(UUID.randomUUID());
        as(north(), () -> billing.send(id, STAFF));
        settle(north(), id, payment, view(north(), id).totalMinor());
        InvoiceView invoice = view(north(), id);

        assertThat(text(as(north(), () -> papers.invoice(invoice))))
                .contains("20% included", "\u00a312.00 taken off", "-\u00a323.60", "Tax 5% on \u00a38.00", "\u00a30.40")
                .contains("Tax 20% on \u00a372.00", "\u00a314.40", "\u00a394.80", "Where a price contains its tax");
        assertThat(text(as(north(), () -> papers.receipt(invoice, payment, "card"))
                        .orElseThrow()))
                .contains("Tax 5% on \u00a38.00", "Tax 20% on \u00a372.00");
    }

    @Test
    void inArabicTheyRunFromRightToLeftWithLettersJoined() throws Exception {
        InvoiceId id = draft(north(), patient(north(), "Ada", "ada@example.org"), line("1.5", 10_000, 2000));
        as(north(), () -> billing.send(id, STAFF));
        Words arabic = Words.in(Language.ARABIC, "GB");

        byte[] paper = as(north(), () -> Words.speaking(() -> arabic, () -> papers.invoice(view(north(), id))));

        assertThat(Normalizer.normalize(text(paper), Normalizer.Form.NFKC))
                .contains("فاتورة", "المريض", "Ada Example", "الوصف", "150.00")
                .doesNotContain("#");
        assertThat(fonts(paper)).hasSize(2).allMatch(PDFont::isEmbedded);
        assertThat(leftOf(paper, "Consultation")).isGreaterThan(leftOf(paper, "150.00"));
        assertThat(paper).hasSizeLessThan(200_000);
    }

    /** How far from the left a word stands. */
    private static float leftOf(byte[] pdf, String word) throws IOException {
        List<Float> found = new ArrayList<>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    int at = text.indexOf(word);
                    if (at >= 0) {
                        found.add(positions.get(at).getXDirAdj());
                    }
                }
            }.getText(document);
        }
        return found.getFirst();
    }

    @Test
    void aPaperCannotBeBrokenByWhatIsWrittenOnIt() throws Exception {
        InvoiceLine nasty = new InvoiceLine(
                "</td><script>x</script> & \u0001 <img src='file:///etc/passwd'/>", BigDecimal.ONE, 100, 0);
        InvoiceId id = draft(north(), patient(north(), "Ann", "ann@example.org"), nasty);

        assertThat(text(as(north(), () -> papers.invoice(view(north(), id)))))
                .contains("</td><script>x</script> &", "file:///etc/passwd");
    }

    private static String text(byte[] pdf) throws Exception {
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    @Test
    void japaneseNamesAndTextsArePrintedInAnEmbeddedFont() throws Exception {
        PatientId haruto = patient(south(), "\u7530\u4e2d \u967d\u6597\u30b9\u30ba\u304d", "haruto@example.org");
        InvoiceLine visit = new InvoiceLine(
                "\u521d\u8a3a\u6599\uff08\u30bb\u30e9\u30df\u30c3\u30af\uff09", BigDecimal.ONE, 8_800, 1000);
        InvoiceId id = draft(south(), haruto, visit);
        as(south(), () -> billing.send(id, STAFF));

        byte[] paper = as(south(), () -> papers.invoice(view(south(), id)));

        // The font draws a radical and the kanji it is with one glyph; their compatible form is the same letter.
        assertThat(Normalizer.normalize(text(paper), Normalizer.Form.NFKC))
                .contains(
                        "\u7530\u4e2d \u967d\u6597\u30b9\u30ba\u304d Example",
                        "\u521d\u8a3a\u6599(\u30bb\u30e9\u30df\u30c3\u30af)")
                .doesNotContain("#");
        assertThat(fonts(paper)).hasSize(2).allMatch(PDFont::isEmbedded);
        assertThat(paper).hasSizeLessThan(200_000);
    }

    @Test
    void aPaperWithoutSuchLettersCarriesOneFontOnly() throws Exception {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);

        assertThat(fonts(as(north(), () -> papers.invoice(view(north(), id))))).hasSize(1);
    }

    @Test
    void thePublishedLogoIsAtTheTopOfInvoicesAndReceipts() throws Exception {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);
        PaymentId payment = new PaymentId(UUID.randomUUID());
        settle(north(), id, payment, 100);
        assertThat(pictures(as(north(), () -> papers.invoice(view(north(), id)))))
                .isZero();

        publishLogo();

        assertThat(pictures(as(north(), () -> papers.invoice(view(north(), id)))))
                .isOne();
        assertThat(pictures(as(north(), () -> papers.receipt(view(north(), id), payment, "card"))
                        .orElseThrow()))
                .isOne();
        InvoiceId theirs = sent(south(), patient(south(), "Yuki", "yuki@example.org"), 100);
        assertThat(pictures(as(south(), () -> papers.invoice(view(south(), theirs)))))
                .isZero();
    }

    private void publishLogo() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(280, 80, BufferedImage.TYPE_INT_RGB), "png", picture);
        var logo = ((LogoReading.Accepted) LogoReader.read(picture.toByteArray())).image();
        PortalDesign design = PortalDesign.plain("North Clinic").withLogo(logo.id());
        as(
                north(),
                () -> portal.publish(
                        STAFF, new DesignChange(portal.settings().current().fingerprint(), design, logo)));
    }

    private static List<PDFont> fonts(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            List<PDFont> fonts = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                fonts.add(document.getPage(0).getResources().getFont(name));
            }
            return fonts;
        }
    }

    private static long pictures(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            List<COSName> names = new ArrayList<>();
            page.getResources().getXObjectNames().forEach(names::add);
            return names.stream()
                    .filter(name -> page.getResources().isImageXObject(name))
                    .count();
        }
    }
}
