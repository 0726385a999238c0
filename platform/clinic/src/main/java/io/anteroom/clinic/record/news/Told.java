package io.anteroom.clinic.record.news;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordNews;
import java.util.regex.Pattern;

/**
 * An edition of an entry and who is to hear of it.
 *
 * @param account who, or number 0 where that isn't said yet
 */
record Told(RecordId entry, int edition, AccountId account) {

    private static final Pattern DASH = Pattern.compile("-");
    private static final int WITH_ACCOUNT = 3;

    /** What a reference of work or of a message says. */
    static Told of(String ref) {
        String[] parts = DASH.split(ref, WITH_ACCOUNT);
        return new Told(
                new RecordId(Long.parseLong(parts[0])),
                Integer.parseInt(parts[1]),
                new AccountId(parts.length == WITH_ACCOUNT ? Long.parseLong(parts[2]) : 0));
    }

    Told to(AccountId who) {
        return new Told(entry, edition, who);
    }

    String ref() {
        return RecordNews.ref(entry, edition) + "-" + account;
    }
}
