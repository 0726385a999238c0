package io.anteroom.clinic.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceLineTest {

    @ParameterizedTest
    @CsvSource({
        // quantity, price, tax rate, net, tax
        "1,    8450, 2000, 8450, 1690",
        "0.5,    33,    0,   17,    0", // 16.5 goes up
        "1.5,   333,  825,  500,   41", // 499.5 and 41.25
        "3,       1, 5000,    3,    2", // 1.5 goes up
        "1,      10,  500,   10,    1", // 0.5 goes up
        "2,    1200, 1000, 2400,  240", // yen
        "0.01,   49,    0,    0,    0",
    })
    void netAndTaxAreRoundedHalfUpOnceEach(String quantity, long price, int tax, long net, long taxAmount) {
        var line = new InvoiceLine("Line", new BigDecimal(quantity), price, tax);

        assertThat(line.netMinor()).isEqualTo(net);
        assertThat(line.taxMinor()).isEqualTo(taxAmount);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "-1, 1, 0",
        "1.005, 1, 0",
        "100000, 1, 0",
        "1, -1, 0",
        "1, 100000000, 0",
        "1, 1, 10001",
        "1, 1, -1"
    })
    void whatCannotBeChargedIsNoLine(String quantity, long price, int tax) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvoiceLine("Line", new BigDecimal(quantity), price, tax));
    }

    @Test
    void aLineSaysWhatItIsFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceLine("  ", BigDecimal.ONE, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceLine("x".repeat(201), BigDecimal.ONE, 1, 0));
    }

    @Test
    void anInvoiceTooLargeForACardIsNone() {
        var line = new InvoiceLine("Line", BigDecimal.ONE, InvoiceLine.MOST_MINOR, 0);
        var penny = new InvoiceLine("Line", BigDecimal.ONE, 1, 0);

        assertThat(InvoiceDraft.total(List.of(line))).isEqualTo(99_999_999);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvoiceDraft(BillingFixture.DUE, "", List.of(line, penny)));
    }
}
