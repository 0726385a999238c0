package io.anteroom.demo;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.document.DocumentCategory;
import io.anteroom.clinic.document.DocumentDesk;
import io.anteroom.clinic.document.DocumentId;
import io.anteroom.clinic.document.Sending;
import io.anteroom.clinic.document.SentDocuments;
import io.anteroom.clinic.patient.PatientId;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What patients of the demo have sent: one letter to review, a card on the record, and a list that was refused. */
final class SeedDocuments {

    private final SentDocuments documents;
    private final DocumentDesk desk;
    private final Charts charts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SeedDocuments(BeanFactory application) {
        this.documents = application.getBean(SentDocuments.class);
        this.desk = application.getBean(DocumentDesk.class);
        this.charts = application.getBean(Charts.class);
        this.jdbc = application.getBean(JdbcClient.class);
        this.transaction = application.getBean(TransactionTemplate.class);
        this.clock = application.getBean(Clock.class);
    }

    /** Of the first patient of a clinic alone. */
    void send(PatientId patient, int number, Actor.Staff owner) {
        if (number != 1) {
            return;
        }
        var chart = chart(patient);
        send(
                chart,
                patient,
                "Letter from the hospital",
                "Discharge letter.txt",
                LETTER.getBytes(StandardCharsets.UTF_8));
        var card = send(chart, patient, "My insurance card", "IMG_2041.png", card());
        desk.file(desk.find(card).orElseThrow(), DocumentCategory.INSURANCE, owner);
        var list = send(chart, patient, "What I take", "List.txt", "Ibuprofen".getBytes(StandardCharsets.UTF_8));
        desk.refuse(
                desk.find(list).orElseThrow(),
                "Thank you. Please write beside each medicine how much of it you take, and when, and send it again.",
                owner);
    }

    private DocumentId send(VisibleChart chart, PatientId patient, String note, String name, byte[] file) {
        try {
            var sending = documents.send(chart, patient, UUID.randomUUID(), note, name, new ByteArrayInputStream(file));
            if (sending instanceof Sending.Sent(var id)) {
                return id;
            }
            throw new IllegalStateException("The demo could not send a document: " + sending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if the patient had just signed in. */
    private VisibleChart chart(PatientId patient) {
        Long account = transaction.execute(_ -> jdbc.sql("""
                        select account_id from __tenant__.access_grant
                         where patient_id = :patient and relationship = 'self' and ended_at is null""")
                .param("patient", patient.value())
                .query(Long.class)
                .single());
        if (account == null) {
            throw new IllegalStateException("The demo's patient has no account");
        }
        return charts.visibleTo(new Viewer(
                new AccountId(account), new SessionId(0), clock.instant().plus(Duration.ofHours(1)), patient, null));
    }

    private static byte[] card() {
        var image = new BufferedImage(860, 540, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xe7, 0xf1, 0xee));
        graphics.fillRect(0, 0, 860, 540);
        graphics.setColor(new Color(0x1f, 0x5c, 0x52));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 48));
        graphics.drawString("Example Health Insurance", 50, 120);
        graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 40));
        graphics.drawString("0000 1234 5678", 50, 400);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final String LETTER = """
            Riverside Hospital
            Department of Orthopaedics

            Dear colleague,

            your patient was with us for an arthroscopy of the left knee, which went well. The stitches may be taken out
            after ten days. We ask for physiotherapy twice a week for six weeks, with full weight from the second week on.

            With kind regards
            Dr Example
            """;
}
