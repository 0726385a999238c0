package io.anteroom.clinic.questionnaire.definition;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Versions that were published, which never change: read once, and kept in memory for as long as there is room. What is kept is
 * weighed by the length of the documents, so that a few very long forms don't take more than many short ones.
 */
@Component
public class PublishedVersions {

    private static final long KILOBYTES_KEPT = 20_000;

    private record Read(PublishedVersion version, int length) {}

    private final VersionCache kept = new VersionCache(KILOBYTES_KEPT);

    private final JdbcClient jdbc;

    PublishedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That version, if this clinic has it. */
    @Transactional(readOnly = true)
    public Optional<PublishedVersion> find(VersionId id) {
        var tenant = CurrentTenant.get().id();
        PublishedVersion known = kept.find(tenant, id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Read> read = read(id);
        read.ifPresent(one -> kept.put(tenant, one.version(), one.length()));
        return read.map(Read::version);
    }

    private Optional<Read> read(VersionId id) {
        return jdbc.sql("""
                        select id, questionnaire_id, number, fhir, published_at, published_by
                          from __tenant__.questionnaire_version where id = :id""")
                .param("id", id.value())
                .query((row, _) -> {
                    String fhir = row.getString("fhir");
                    return new Read(
                            new PublishedVersion(
                                    new VersionId(row.getLong("id")),
                                    new QuestionnaireId(row.getLong("questionnaire_id")),
                                    row.getInt("number"),
                                    QuestionnaireJson.readStored(fhir).whole(),
                                    instant(row, "published_at"),
                                    row.getString("published_by")),
                            fhir.length());
                })
                .optional();
    }

    /** The document of that version, byte for byte as it was published. */
    @Transactional(readOnly = true)
    public Optional<String> document(VersionId id) {
        return jdbc.sql("select fhir from __tenant__.questionnaire_version where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /**
     * Publishes a document as the next version of a questionnaire, whose row the caller has locked. The questionnaire is active then
     * and has the version's title.
     *
     * @throws IllegalStateException if the document can't be shown whole; whoever calls has asked before
     */
    @Transactional
    public VersionId publish(QuestionnaireId id, String fhir, String by, Instant now) {
        String title = QuestionnaireJson.readStored(fhir).whole().title();
        String shortened = title.length() > 200 ? title.substring(0, 200) : title;
        jdbc.sql("update __tenant__.questionnaire set state = 'active', title = :title where id = :id")
                .param("id", id.value())
                .param("title", shortened)
                .update();
        return jdbc.sql("""
                        insert into __tenant__.questionnaire_version
                            (questionnaire_id, number, title, fhir, published_at, published_by)
                        select :id, 1 + coalesce(max(v.number), 0), :title, :fhir, :now, :by
                          from __tenant__.questionnaire_version v where v.questionnaire_id = :id
                        returning id""")
                .param("id", id.value())
                .param("title", shortened)
                .param("fhir", fhir)
                .param("now", sql(now))
                .param("by", by)
                .query((row, _) -> new VersionId(row.getLong("id")))
                .single();
    }
}
