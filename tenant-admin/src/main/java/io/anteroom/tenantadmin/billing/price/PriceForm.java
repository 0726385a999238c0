package io.anteroom.tenantadmin.billing.price;

import io.anteroom.clinic.billing.price.PriceDetails;
import io.anteroom.clinic.billing.price.PriceItem;
import io.anteroom.payments.Money;
import io.anteroom.tenantadmin.billing.TypedAmounts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * An entry of the price list as typed.
 *
 * @param included {@code true} where the price contains the tax
 * @param version what whoever types has seen
 */
public record PriceForm(String code, String name, String price, String tax, String included, int version) {

    static PriceForm empty() {
        return new PriceForm("", "", "", "0", "false", 0);
    }

    static PriceForm of(PriceItem item, Currency currency) {
        PriceDetails details = item.details();
        BigDecimal rate = BigDecimal.valueOf(details.taxBasisPoints(), 2);
        return new PriceForm(
                details.code(),
                details.name(),
                new Money(details.unitMinor(), currency).toMajor().toPlainString(),
                rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString(),
                Boolean.toString(details.taxIncluded()),
                item.version());
    }

    static PriceForm typed(MultiValueMap<String, String> sent) {
        String version = text(sent, "version");
        return new PriceForm(
                text(sent, "code"),
                text(sent, "name"),
                text(sent, "price"),
                text(sent, "tax"),
                text(sent, "included"),
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1);
    }

    /** The same, for who has seen that version now. */
    PriceForm seen(int now) {
        return new PriceForm(code, name, price, tax, included, now);
    }

    /** What was typed, if all of it was understood; {@code amounts} says what was not. */
    Optional<PriceDetails> read(TypedAmounts amounts) {
        if (code.isBlank() || code.strip().length() > 30) {
            amounts.wrong("code", "Enter a code of up to 30 characters, like CONS-30");
        }
        if (name.isBlank() || name.strip().length() > 200) {
            amounts.wrong("name", "Say what it is, in up to 200 characters");
        }
        Long unit = amounts.price("price", price);
        Integer rate = amounts.rate("tax", tax);
        return amounts.failed() || unit == null || rate == null
                ? Optional.empty()
                : Optional.of(new PriceDetails(code, name, unit, rate, included.equals("true")));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
