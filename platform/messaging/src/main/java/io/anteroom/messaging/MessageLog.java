package io.anteroom.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** What became of the current clinic's messages. */
@Transactional(readOnly = true)
public class MessageLog {

    private static final int MOST = 100;

    private final MessageStore store;

    MessageLog(MessageStore store) {
        this.store = store;
    }

    /** The messages about one thing, the newest first, at most 100. */
    public List<MessageRecord> about(MessageAbout about) {
        return store.about(about, MOST);
    }

    /** Those of {@code ids} that there are, the newest first, by one statement. */
    public List<MessageRecord> all(Collection<MessageId> ids) {
        return ids.isEmpty() ? List.of() : store.all(ids);
    }

    /** One message. */
    public Optional<MessageRecord> find(MessageId id) {
        return store.find(id);
    }
}
