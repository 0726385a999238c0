package io.anteroom.clinic.access.recovery;

import java.util.List;

/** The answer to somebody who wants codes to print. */
public sealed interface RecoveryMade {

    /**
     * Here they are, this once.
     *
     * @param codes ten of them
     */
    record Sheet(List<RecoveryCode> codes) implements RecoveryMade {

        /** Copies the codes. */
        public Sheet {
            codes = List.copyOf(codes);
        }
    }

    /** Others were made since the page was opened, perhaps by the same form sent twice. They stay. */
    record MadeMeanwhile() implements RecoveryMade {}
}
