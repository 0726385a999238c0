package io.anteroom.clinic.file.content;

import static io.anteroom.clinic.file.SampleFiles.archive;
import static io.anteroom.clinic.file.SampleFiles.heic;
import static io.anteroom.clinic.file.SampleFiles.hugePng;
import static io.anteroom.clinic.file.SampleFiles.in;
import static io.anteroom.clinic.file.SampleFiles.pdf;
import static io.anteroom.clinic.file.SampleFiles.photo;
import static io.anteroom.clinic.file.SampleFiles.picture;
import static io.anteroom.clinic.file.SampleFiles.progressive;
import static io.anteroom.clinic.file.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.picture.PictureBounds;
import io.anteroom.clinic.picture.PictureReader;
import io.anteroom.clinic.picture.PictureReading;
import io.anteroom.tenancy.passing.PassingFolder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;

class ContentsTest {

    private static final int MOST = 2_000_000;
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private final Contents contents = new Contents(new PictureFiles());

    @Test
    void whatIsAllowedIsToldByItsContent() throws IOException {
        assertType("letter", pdf(2_000), FileType.PDF, "letter.pdf");
        assertType("note.pdf", text("Dear Sir,\nit itches.\n"), FileType.TEXT, "note.pdf.txt");
        assertType("a.docx", archive("[Content_Types].xml=<x/>", "word/document.xml=<x/>"), FileType.WORD, "a.docx");
        assertType("a.zip", archive("mimetype=" + ODT, "content.xml=<x/>"), FileType.OPEN_TEXT, "a.zip.odt");
        assertType("IMG_0001.JPEG", picture("jpeg", 60, 40), FileType.JPEG, "IMG_0001.jpg");
        assertType("scan.pdf", picture("png", 60, 40), FileType.PNG, "scan.pdf.png");
    }

    @Test
    void onItsWayAFileIsInTheFolderThatIsEmptiedWhenAProcessStarts() throws IOException {
        try (var prepared = contents.prepare("letter", in(pdf(2_000)), MOST)) {
            assertThat(((Prepared.Ready) prepared).content().path()).exists().hasParent(PassingFolder.own());
        }
    }

    @Test
    void whatPretendsIsRefused() throws IOException {
        assertRefused("letter.pdf", text("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        assertRefused("letter.pdf", text("  \n<html><body onload=alert(1)>"));
        assertRefused("picture.png", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
        assertRefused("picture.jpg", text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"));
        assertRefused("letter.pdf", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0});
        assertRefused("letter.docx", archive("a.txt=hello"));
        assertRefused("picture.gif", text("GIF89a"));
        assertRefused("script.txt", text("#!/bin/sh\nrm -rf /\n"));
    }

    @Test
    void aDocumentWithMacrosIsRefused() throws IOException {
        assertThat(prepared(
                        "a.docx",
                        archive("[Content_Types].xml=<x/>", "word/document.xml=<x/>", "word/vbaProject.bin=x")))
                .isEqualTo(new Prepared.Refused(FileRefusal.MACROS));
        assertThat(prepared("a.odt", archive("mimetype=" + ODT, "content.xml=<x/>", "Basic/Standard/Module1.xml=x")))
                .isEqualTo(new Prepared.Refused(FileRefusal.MACROS));
    }

    @Test
    void aPhonesOwnFormatIsRefusedWithAWordThatHelps() throws IOException {
        assertThat(prepared("IMG_1.HEIC", heic())).isEqualTo(new Prepared.Refused(FileRefusal.HEIC));
        assertThat(FileRefusal.HEIC.words()).contains("JPEG");
    }

    @Test
    void aPhotoStandsUprightAndSaysNoLongerWhereItWasTaken() throws IOException {
        byte[] came = photo(60, 40, 6);
        assertThat(new String(came, StandardCharsets.ISO_8859_1)).contains("GPS");

        byte[] kept = kept("photo.jpg", came);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(image.getHeight()).isEqualTo(60);
        assertThat(red(image, 20, 5)).isTrue();
        assertThat(red(image, 20, 55)).isFalse();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void aPictureThatIsAPageTooIsAPictureAlone() throws IOException {
        byte[] picture = picture("jpeg", 60, 40);
        byte[] page = text("<html><script>alert(1)</script></html>");
        byte[] both = Arrays.copyOf(picture, picture.length + page.length);
        System.arraycopy(page, 0, both, picture.length, page.length);

        assertThat(new String(kept("a.html", both), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void aSmallFileThatUnpacksToAHugePictureIsRefusedUnread() throws IOException {
        assertThat(prepared("a.png", hugePng(30_000, 30_000)))
                .isEqualTo(new Prepared.Refused(FileRefusal.PICTURE_TOO_LARGE));
        assertThat(prepared("a.png", hugePng(15_000, 15_000)))
                .isEqualTo(new Prepared.Refused(FileRefusal.PICTURE_TOO_LARGE));
    }

    @Test
    void aLargePictureIsKeptSmaller() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept("a.jpg", picture("jpeg", 6_000, 4_000))));
        assertThat(image.getWidth()).isEqualTo(3_000);
    }

    @Test
    void aPictureOfMoreThanTwentyScansIsRefused() throws IOException {
        byte[] picture = picture("jpeg", 60, 40);
        byte[] scans = new byte[8 * 21];
        for (int i = 0; i < scans.length; i += 8) {
            System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xda, 0, 6, 1, 1, 0, 0}, 0, scans, i, 8);
        }
        byte[] many = new byte[picture.length - 2 + scans.length];
        System.arraycopy(picture, 0, many, 0, picture.length - 2);
        System.arraycopy(scans, 0, many, picture.length - 2, scans.length);
        assertThat(prepared("a.jpg", many)).isEqualTo(new Prepared.Refused(FileRefusal.DAMAGED));
    }

    @Test
    void aPictureThatADecoderHoldsWholeMayHaveFewerPixels() throws IOException {
        assertThat(prepared("a.jpg", progressive(4_000, 3_100)))
                .isEqualTo(new Prepared.Refused(FileRefusal.PICTURE_TOO_LARGE));
        assertType("a.jpg", picture("jpeg", 4_000, 3_100), FileType.JPEG, "a.jpg");
        assertType("a.jpg", progressive(600, 400), FileType.JPEG, "a.jpg");
    }

    @Test
    void whatADecoderHoldsWholeIsToldByItsFrameAndItsScans() throws IOException {
        byte[] baseline = picture("jpeg", 60, 40);
        assertThat(read(baseline, 2_399)).isInstanceOf(PictureReading.Read.class);
        assertThat(read(progressive(60, 40), 2_399)).isEqualTo(new PictureReading.TooLarge());
        assertThat(read(progressive(60, 40), 2_400)).isInstanceOf(PictureReading.Read.class);

        String hex = HexFormat.of().formatHex(baseline);
        int scan = hex.indexOf("ffda000c03");
        assertThat(scan).isPositive();
        String first = hex.substring(scan + 10, scan + 14);
        byte[] oneOfThree = HexFormat.of()
                .parseHex(hex.substring(0, scan) + "ffda000801" + first + "003f00" + hex.substring(scan + 28));
        assertThat(read(oneOfThree, 2_399)).isEqualTo(new PictureReading.TooLarge());
        assertThat(read(oneOfThree, 2_400)).isNotEqualTo(new PictureReading.TooLarge());

        byte[] another = HexFormat.of()
                .parseHex(hex.substring(0, hex.length() - 4) + "ffda000801" + first + "003f00" + "00ffd9");
        assertThat(read(another, 2_399)).isEqualTo(new PictureReading.TooLarge());
        assertThat(read(another, 2_400)).isNotEqualTo(new PictureReading.TooLarge());
    }

    @Test
    void aBrokenPictureIsRefused() throws IOException {
        assertThat(prepared("a.png", Arrays.copyOf(picture("png", 600, 400), 60)))
                .isEqualTo(new Prepared.Refused(FileRefusal.DAMAGED));
    }

    @Test
    void nothingStaysBehindOfWhatWasRefusedOrClosed() throws IOException {
        var ready = (Prepared.Ready) prepared("a.jpg", picture("jpeg", 60, 40));
        var path = ready.content().path();
        assertThat(path).exists();
        ready.close();
        assertThat(path).doesNotExist();
    }

    @Test
    void namesAreSafe() {
        assertThat(SafeName.of("../../etc/passwd", FileType.PDF)).isEqualTo("passwd.pdf");
        assertThat(SafeName.of("C:\\Users\\ada\\letter.PDF", FileType.PDF)).isEqualTo("letter.pdf");
        assertThat(SafeName.of("invoice\u202Efdp.exe", FileType.PDF)).isEqualTo("invoicefdp.exe.pdf");
        assertThat(SafeName.of("a\"b\r\nSet-Cookie: x;.pdf", FileType.PDF)).isEqualTo("a_bSet-Cookie_ x_.pdf");
        assertThat(SafeName.of(null, FileType.JPEG)).isEqualTo("Document.jpg");
        assertThat(SafeName.of("...", FileType.JPEG)).isEqualTo("Document.jpg");
        assertThat(SafeName.of(".pdf", FileType.PDF)).isEqualTo("Document.pdf");
        assertThat(SafeName.of("Befund Müller \uD83D\uDE00.pdf", FileType.PDF))
                .isEqualTo("Befund Müller \uD83D\uDE00.pdf");
        assertThat(SafeName.of("\uD83D\uDE00".repeat(90), FileType.PDF)).hasSizeLessThanOrEqualTo(104);
    }

    private Prepared prepared(String name, byte[] file) throws IOException {
        return contents.prepare(name, in(file), MOST);
    }

    private static PictureReading read(byte[] file, long whole) throws IOException {
        try (var in = new MemoryCacheImageInputStream(in(file))) {
            return PictureReader.read(in, new PictureBounds(100, 10_000, 10_000, whole));
        }
    }

    private byte[] kept(String name, byte[] file) throws IOException {
        try (var ready = (Prepared.Ready) prepared(name, file)) {
            return Files.readAllBytes(ready.content().path());
        }
    }

    private void assertType(String name, byte[] file, FileType type, String keptAs) throws IOException {
        try (var prepared = prepared(name, file)) {
            assertThat(prepared).isInstanceOfSatisfying(Prepared.Ready.class, ready -> {
                assertThat(ready.type()).isEqualTo(type);
                assertThat(ready.name()).isEqualTo(keptAs);
            });
        }
    }

    private void assertRefused(String name, byte[] file) throws IOException {
        assertThat(prepared(name, file)).as(name).isEqualTo(new Prepared.Refused(FileRefusal.NOT_ALLOWED));
    }

    private static boolean red(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getRed() > 150;
    }
}
