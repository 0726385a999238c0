package io.anteroom.clinic.settings;

import io.anteroom.language.Language;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables behind the portal's settings. */
@Repository
class PortalSettingsStore {

    private static final String DRAFT = "draft";
    private static final String PUBLISHED = "published";

    private final JdbcClient jdbc;

    PortalSettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row of what {@link #read} joins. */
    private record Row(
            boolean on,
            @Nullable Instant publishedAt,
            PortalLanguages languages,
            @Nullable String copy,
            @Nullable PortalDesign design) {}

    /** Everything in one statement; {@code plain} stands for what was never published. */
    PortalSettings read(PortalDesign plain) {
        Map<String, Row> rows = jdbc.sql("""
                        select s.switched_on, s.published_at, s.language, s.languages, d.copy, d.name, d.main, d.accent, d.welcome, d.phone,
                               d.email, d.address, d.privacy, d.logo_id, d.sections
                        from __tenant__.portal_settings s left join __tenant__.portal_design d on true""").query(PortalSettingsStore::row).list().stream()
                .collect(Collectors.toMap(row -> row.copy() == null ? "" : row.copy(), Function.identity()));
        Optional<Row> any = rows.values().stream().findFirst();
        return new PortalSettings(
                any.map(Row::on).orElse(false),
                design(rows, PUBLISHED).orElse(plain),
                design(rows, DRAFT).orElse(null),
                any.map(Row::languages).orElse(PortalLanguages.FIRST),
                any.map(Row::publishedAt).orElse(null));
    }

    /** Takes the lock that orders changes, making the row where there is none. */
    void lock() {
        jdbc.sql("""
                        insert into __tenant__.portal_settings (sole, switched_on) values (true, false)
                        on conflict (sole) do nothing""").update();
        jdbc.sql("select sole from __tenant__.portal_settings for update")
                .query(Boolean.class)
                .single();
    }

    /** Has the database tell every process, once the transaction has committed. */
    void tellOthers() {
        jdbc.sql("select 1 from work.portal_changed()").query(Integer.class).single();
    }

    void switchTo(boolean on) {
        jdbc.sql("update __tenant__.portal_settings set switched_on = ?")
                .param(on)
                .update();
    }

    void speak(PortalLanguages languages) {
        jdbc.sql("update __tenant__.portal_settings set language = ?, languages = ?")
                .param(languages.standard().tag())
                .param(languages.inOrder().stream().map(Language::tag).toArray(String[]::new))
                .update();
    }

    void saveDraft(PortalDesign design) {
        save(DRAFT, design);
    }

    void deleteDraft() {
        jdbc.sql("delete from __tenant__.portal_design where copy = 'draft'").update();
    }

    void publish(PortalDesign design, Instant now) {
        save(PUBLISHED, design);
        deleteDraft();
        jdbc.sql("update __tenant__.portal_settings set published_at = ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addLogo(LogoImage logo, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.brand_logo (id, png, width, height, created_at) values (?, ?, ?, ?, ?)
                        on conflict (id) do nothing""")
                .params(logo.id().value(), logo.png(), logo.width(), logo.height(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> logo(LogoId id) {
        return jdbc.sql("select png from __tenant__.brand_logo where id = ?")
                .param(id.value())
                .query((rows, number) -> rows.getBytes("png"))
                .optional();
    }

    /** Removes logos that neither copy shows any more. */
    void deleteUnusedLogos() {
        jdbc.sql("""
                        delete from __tenant__.brand_logo l
                        where not exists (select 1 from __tenant__.portal_design d where d.logo_id = l.id)""").update();
    }

    /** A logo that is gone by now is none. */
    private void save(String copy, PortalDesign design) {
        LogoId logo = design.logo();
        String[] sections =
                design.sections().stream().map(Section::code).sorted().toArray(String[]::new);
        jdbc.sql("""
                        insert into __tenant__.portal_design
                            (copy, name, main, accent, welcome, phone, email, address, privacy, logo_id, sections)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, (select l.id from __tenant__.brand_logo l where l.id = ?), ?)
                        on conflict (copy) do update set
                            name = excluded.name, main = excluded.main, accent = excluded.accent,
                            welcome = excluded.welcome, phone = excluded.phone, email = excluded.email,
                            address = excluded.address, privacy = excluded.privacy, logo_id = excluded.logo_id,
                            sections = excluded.sections""")
                .params(Stream.of(
                                copy,
                                design.name(),
                                design.main().hex(),
                                design.accent().hex(),
                                design.welcome(),
                                design.phone(),
                                design.email(),
                                design.address(),
                                design.privacy())
                        .map(Object.class::cast)
                        .toList())
                .param(logo == null ? null : logo.value())
                .param(sections)
                .update();
    }

    private static Optional<PortalDesign> design(Map<String, Row> rows, String copy) {
        return Optional.ofNullable(rows.get(copy)).map(Row::design);
    }

    private static Row row(ResultSet rows, int number) throws SQLException {
        OffsetDateTime published = rows.getObject("published_at", OffsetDateTime.class);
        String copy = rows.getString("copy");
        return new Row(
                rows.getBoolean("switched_on"),
                published == null ? null : published.toInstant(),
                languages(rows),
                copy,
                copy == null ? null : designOf(rows));
    }

    private static PortalLanguages languages(ResultSet rows) throws SQLException {
        String[] offered = (String[]) rows.getArray("languages").getArray();
        return new PortalLanguages(
                Language.of(rows.getString("language")).orElseThrow(),
                Stream.of(offered).flatMap(tag -> Language.of(tag).stream()).collect(Collectors.toSet()));
    }

    private static PortalDesign designOf(ResultSet rows) throws SQLException {
        String logo = rows.getString("logo_id");
        Array sections = rows.getArray("sections");
        return new PortalDesign(
                rows.getString("name"),
                new Colour(rows.getString("main")),
                new Colour(rows.getString("accent")),
                rows.getString("welcome"),
                rows.getString("phone"),
                rows.getString("email"),
                rows.getString("address"),
                rows.getString("privacy"),
                logo == null ? null : new LogoId(logo),
                Section.ofCodes((String[]) sections.getArray()));
    }
}
