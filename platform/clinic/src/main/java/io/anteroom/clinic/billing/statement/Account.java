package io.anteroom.clinic.billing.statement;

import io.anteroom.clinic.billing.statement.StatementEntry.Kind;
import java.util.HashMap;
import java.util.Map;

/** What is owed on each invoice while its events are gone through in order, by the same rule as the invoice's own page. */
final class Account {

    private final Map<Long, Invoiced> invoices = new HashMap<>();
    private long balance;

    /** What is owed on all; below 0 what is to be given back. */
    long balance() {
        return balance;
    }

    /** An event, and what is owed after it. */
    long after(long invoice, Kind kind, long minor) {
        Invoiced before = invoices.getOrDefault(invoice, Invoiced.NOTHING);
        Invoiced now = before.and(kind, minor);
        invoices.put(invoice, now);
        balance += now.owed() - before.owed();
        return balance;
    }

    private record Invoiced(long total, long credited, long paid, long givenBack) {

        static final Invoiced NOTHING = new Invoiced(0, 0, 0, 0);

        Invoiced and(Kind kind, long minor) {
            return switch (kind) {
                case INVOICED -> new Invoiced(total + minor, credited, paid, givenBack);
                case VOIDED -> NOTHING;
                case CREDITED -> new Invoiced(total, credited + minor, paid, givenBack);
                case PAID -> new Invoiced(total, credited, paid + minor, givenBack);
                case GIVEN_BACK -> new Invoiced(total, credited, paid, givenBack + minor);
            };
        }

        /** What was given back beyond a surplus was goodwill: it is not asked for again, and makes no surplus either. */
        long owed() {
            long due = total - credited - paid;
            return due >= 0 ? due : Math.min(0, due + givenBack);
        }
    }
}
