package io.anteroom.clinic.billing.price;

import static io.anteroom.clinic.access.SqlTimes.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the price list. */
@Repository
class PriceRows {

    private static final String SELECT = "select id, code, name, unit_minor, tax_basis_points, tax_included,"
            + " retired_at is not null as retired, version from __tenant__.price_item";

    private static final String MATCHING = " where (code ilike :like or name ilike :like)";

    private final JdbcClient jdbc;

    PriceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PriceItem> find(PriceItemId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> item(row))
                .optional();
    }

    PricePage page(String search, boolean retired, int page) {
        List<PriceItem> items = jdbc.sql(
                        SELECT + MATCHING + (retired ? " and retired_at is not null" : " and retired_at is null")
                                + " order by lower(code) limit :size offset :skip")
                .param("like", like(search))
                .param("size", PricePage.SIZE)
                .param("skip", (page - 1L) * PricePage.SIZE)
                .query((row, _) -> item(row))
                .list();
        return jdbc.sql("select count(*) filter (where retired_at is null) as offered,"
                        + " count(*) filter (where retired_at is not null) as retired from __tenant__.price_item"
                        + MATCHING)
                .param("like", like(search))
                .query((row, _) ->
                        new PricePage(items, row.getLong(retired ? "retired" : "offered"), row.getLong("retired")))
                .single();
    }

    /** The id of the new entry, or nothing if the code is taken. */
    Optional<PriceItemId> add(PriceDetails details, Currency currency) {
        return with("""
                        insert into __tenant__.price_item
                            (code, name, unit_minor, currency, tax_basis_points, tax_included, version)
                        values (:code, :name, :unit, :currency, :tax, :included, 0)
                        on conflict (lower(code)) do nothing returning id""", details)
                .param("currency", currency.getCurrencyCode())
                .query((row, _) -> new PriceItemId(row.getLong("id")))
                .optional();
    }

    /** Whether another entry has that code. */
    boolean taken(String code, PriceItemId butFor) {
        return jdbc.sql(
                        "select exists (select from __tenant__.price_item where lower(code) = lower(:code) and id <> :id)")
                .param("code", code)
                .param("id", butFor.value())
                .query(Boolean.class)
                .single();
    }

    Optional<PriceItem> locked(PriceItemId id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> item(row))
                .optional();
    }

    void change(PriceItemId id, PriceDetails details) {
        with("""
                        update __tenant__.price_item
                           set code = :code, name = :name, unit_minor = :unit, tax_basis_points = :tax,
                               tax_included = :included, version = version + 1
                         where id = :id""", details).param("id", id.value()).update();
    }

    void retire(PriceItemId id, Instant at) {
        jdbc.sql("update __tenant__.price_item set retired_at = :at, version = version + 1 where id = :id")
                .param("at", sql(at))
                .param("id", id.value())
                .update();
    }

    void bringBack(PriceItemId id) {
        jdbc.sql("update __tenant__.price_item set retired_at = null, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    private JdbcClient.StatementSpec with(String sql, PriceDetails details) {
        return jdbc.sql(sql)
                .param("code", details.code())
                .param("name", details.name())
                .param("unit", details.unitMinor())
                .param("tax", details.taxBasisPoints())
                .param("included", details.taxIncluded());
    }

    static String like(String typed) {
        return "%" + typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static PriceItem item(ResultSet row) throws SQLException {
        return new PriceItem(
                new PriceItemId(row.getLong("id")),
                new PriceDetails(
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("unit_minor"),
                        row.getInt("tax_basis_points"),
                        row.getBoolean("tax_included")),
                row.getBoolean("retired"),
                row.getInt("version"));
    }
}
