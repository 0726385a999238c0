package io.anteroom.clinic.export.content;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads rows page by page, each in a transaction of its own, so that none stays open while what was read is written. */
@Component
class InPages {

    private final TransactionTemplate reading;

    InPages(PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Use<R> {
        void of(R row) throws IOException;
    }

    /**
     * Does that with each row.
     *
     * @param page the rows behind that number, in order; none at the end
     * @param number of a row
     */
    <R> void each(LongFunction<List<R>> page, ToLongFunction<R> number, Use<R> use) throws IOException {
        for (var rows = read(page, 0); !rows.isEmpty(); rows = read(page, number.applyAsLong(rows.getLast()))) {
            for (R row : rows) {
                use.of(row);
            }
        }
    }

    /** Reads something by itself, in a transaction of its own too. */
    <R> R read(Supplier<R> what) {
        return Objects.requireNonNull(reading.execute(_ -> what.get()));
    }

    private <R> List<R> read(LongFunction<List<R>> page, long after) {
        return read(() -> page.apply(after));
    }
}
