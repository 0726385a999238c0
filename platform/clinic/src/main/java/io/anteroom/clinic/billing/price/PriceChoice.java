package io.anteroom.clinic.billing.price;

import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What who writes an invoice can choose from: the price list, and the services that can be booked and have a price. Such a
 * service says nothing of tax, so its line begins without any.
 */
@Component
@Transactional(readOnly = true)
public class PriceChoice {

    /** How many are offered while somebody types; the others are found by what is typed. */
    public static final int MOST = 200;

    private static final String ALL = """
            select code, name, unit_minor, tax_basis_points, tax_included from (
                select code, name, unit_minor, tax_basis_points, tax_included, 1 as place
                  from __tenant__.price_item where retired_at is null and currency = :currency
                union all
                select '', name, price_minor, 0, false, 2
                  from __tenant__.service where ended_at is null and price_minor is not null and currency = :currency) offered
            """;

    private static final String IN_ORDER = " order by place, lower(code), lower(name), unit_minor limit :most";

    private final JdbcClient jdbc;

    PriceChoice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of all of them, by code; then services, by name. One statement. */
    public List<OfferedPrice> offered() {
        return read(ALL + IN_ORDER, "", MOST);
    }

    /** What somebody can have meant: the one whose code or label it is, else those in which it is found, at most {@code most}. */
    public List<OfferedPrice> meant(String typed, int most) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        List<OfferedPrice> exact = read(
                ALL + " where lower(:typed) in (lower(code), lower(name), lower(code || ' ' || name))" + IN_ORDER,
                text,
                2);
        return exact.size() == 1
                ? exact
                : read(ALL + " where code || ' ' || name ilike :like and :typed <> ''" + IN_ORDER, text, most);
    }

    private List<OfferedPrice> read(String sql, String typed, int most) {
        var asked = jdbc.sql(sql)
                .param("currency", CurrentTenant.get().currency().getCurrencyCode())
                .param("most", most);
        return (typed.isEmpty() ? asked : asked.param("typed", typed).param("like", PriceRows.like(typed)))
                .query((row, _) -> price(row))
                .list();
    }

    private static OfferedPrice price(ResultSet row) throws SQLException {
        return new OfferedPrice(
                row.getString("code"),
                new InvoiceLine(
                                row.getString("name"),
                                BigDecimal.ONE,
                                row.getLong("unit_minor"),
                                row.getInt("tax_basis_points"))
                        .withTaxIncluded(row.getBoolean("tax_included")));
    }
}
