package io.anteroom.clinic.export.content;

import io.anteroom.clinic.file.FileId;
import java.io.IOException;
import java.util.function.Consumer;

/** What one feature has about a patient. Each reads some rows at a time, so that a long life needs no more memory than a short one. */
interface ExportPart {

    /** The page's name in the ZIP, without its ending. */
    String name();

    /** The page's heading, in the words of who asked. */
    String heading(ExportSubject subject);

    /** Whether it is in a copy of that reach; a part that isn't is never asked for anything else. */
    boolean in(CopyReach reach);

    /** Names the files that belong to it. */
    default void files(ExportSubject subject, Consumer<FileId> to) throws IOException {
        // Most have none.
    }

    /** Adds its FHIR R4 resources. */
    void resources(ExportSubject subject, CopiedFiles files, Resources to) throws IOException;

    /** Writes its page. */
    void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException;
}
