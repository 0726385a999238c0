package io.anteroom.webkit.problem;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import io.anteroom.language.Language;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.PageWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refusals as they were written once, each for one clinic's look, words and address to try again: in a flood the same is
 * said a thousand times a second, and only the request's id differs. Whoever asks for ever new addresses has their pages
 * written anew, and nothing more.
 */
final class KeptPages {

    /** About a thousand pages. */
    private static final long MOST_BYTES = 4_000_000;

    /** Stands where the id will. Nobody can know it, so that it stands nowhere else. */
    private static final String ID = UUID.randomUUID().toString();

    /** What a page says, but for the request's id. */
    record Said(
            Language language,
            Problem problem,
            @Nullable Brand brand,
            @Nullable String again) {}

    private static final class Page {

        private final byte[] before;
        private final byte[] after;

        Page(String before, String after) {
            this.before = before.getBytes(StandardCharsets.UTF_8);
            this.after = after.getBytes(StandardCharsets.UTF_8);
        }

        int size() {
            return before.length + after.length;
        }

        byte[] with(byte[] id) {
            return ByteBuffer.allocate(size() + id.length)
                    .put(before)
                    .put(id)
                    .put(after)
                    .array();
        }
    }

    private final Cache<Said, Page> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Said said, Page page) -> page.size())
            .build();

    /**
     * The page for a request.
     *
     * @param id the request's, of letters and digits
     * @param page writes it with the id given
     */
    byte[] page(Said said, String id, Function<String, Content> page) {
        return pages.get(said, missing -> written(page)).with(id.getBytes(StandardCharsets.UTF_8));
    }

    private static Page written(Function<String, Content> page) {
        String text = PageWriter.toString(page.apply(ID));
        int place = text.indexOf(ID);
        return new Page(text.substring(0, place), text.substring(place + ID.length()));
    }
}
