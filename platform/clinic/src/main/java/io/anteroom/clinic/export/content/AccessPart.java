package io.anteroom.clinic.export.content;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.ToldToPatients;
import io.anteroom.language.Words;
import io.anteroom.tenancy.EnumCode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who could see the record and who used it. Others than the patient are told what staff and they themselves did, as on the page of it, and
 * that they have access and nobody else; without clinical records, everybody is told what they did themselves.
 * It is about the portal, and FHIR has no say in it.
 */
@Component
@Order(10)
class AccessPart implements ExportPart {

    private static final int PAGE = 500;

    /** The record and those that went into it, whose history stays where it was written. */
    static final String RECORDS = """
            cast(:patient as bigint)
                || array(select p.id from __tenant__.patient p where p.merged and p.merged_into = :patient)""";

    private final JdbcClient jdbc;
    private final InPages pages;

    AccessPart(JdbcClient jdbc, InPages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    private record Held(
            long id,
            @Nullable String name,
            Relationship relationship,
            Instant since,
            @Nullable Instant ended) {}

    private record Used(long id, Instant at, boolean byItself, String who, AuditAction action) {}

    @Override
    public String name() {
        return "access";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Who could see the record, and who used it");
    }

    @Override
    public boolean in(CopyReach reach) {
        return true;
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) {
        // Access to a portal is none of FHIR's resources.
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        to.heading(words.say("Who could see the record in the portal"));
        to.beginTable(List.of(words.say("Name"), words.say("As"), words.say("Since"), words.say("Until")));
        pages.each(
                after -> held(subject, after),
                Held::id,
                one -> to.row(List.of(
                        one.name() == null ? words.say("Somebody the clinic knows") : one.name(),
                        relationship(words, one.relationship()),
                        words.dayAndTime(subject.local(one.since())),
                        one.ended() == null ? "" : words.dayAndTime(subject.local(one.ended())))));
        to.endTable();
        to.heading(words.say("Who used the record"));
        to.beginTable(List.of(words.say("When"), words.say("Who"), words.say("What")));
        pages.each(
                after -> used(subject, after),
                Used::id,
                one -> to.row(List.of(
                        words.dayAndTime(subject.local(one.at())),
                        one.byItself() ? words.say("The portal") : one.who(),
                        one.action().said(words))));
        to.endTable();
    }

    private static String relationship(Words words, Relationship relationship) {
        return switch (relationship) {
            case SELF -> words.say("The patient");
            case PARENT -> words.say("Parent");
            case CARER -> words.say("Carer");
            case NOMINATED -> words.say("Named to help");
        };
    }

    private List<Held> held(ExportSubject subject, long after) {
        return jdbc.sql("select g.id, g.relationship, g.granted_at, g.ended_at, " + Accounts.HOLDER + """
                         as name
                          from __tenant__.access_grant g join __tenant__.portal_account a on a.id = g.account_id
                         where g.patient_id = any(""" + RECORDS
                        + """
                         ) and (:all or g.account_id = :account) and g.id > :after order by g.id limit :most""")
                .param("patient", subject.number())
                .param("all", subject.reach().own() && subject.reach().level() == AccessLevel.FULL)
                .param("account", subject.account().value())
                .param("after", after)
                .param("most", PAGE)
                .query((row, _) -> new Held(
                        row.getLong("id"),
                        row.getString("name"),
                        Relationship.of(row.getString("relationship")),
                        instant(row, "granted_at"),
                        instantOrNull(row, "ended_at")))
                .list();
    }

    private List<Used> used(ExportSubject subject, long after) {
        boolean clinical = subject.reach().clinical();
        return jdbc.sql("""
                        select a.id, a.at, a.actor_kind = 'system' as by_itself, a.actor_name, a.action from __tenant__.audit_entry a
                         where a.patient_id = any(""" + RECORDS + """
                         ) and a.id > :after and a.at <= :now
                           and (:own or (:clinical and a.actor_kind <> 'patient')
                                or (a.actor_kind = 'patient' and a.actor_id = :account))
                           and""" + ToldToPatients.CONDITION + " order by a.id limit :most")
                .param("patient", subject.number())
                .param("after", after)
                .param("now", sql(subject.at()))
                .param("notShown", ToldToPatients.NOT_SHOWN)
                .param("own", clinical && subject.reach().own())
                .param("clinical", clinical)
                .param("account", subject.account().toString())
                .param("most", PAGE)
                .query((row, _) -> new Used(
                        row.getLong("id"),
                        instant(row, "at"),
                        row.getBoolean("by_itself"),
                        row.getString("actor_name"),
                        EnumCode.read(AuditAction.class, row.getString("action"))))
                .list();
    }
}
