package io.anteroom.clinic.export;

import java.io.IOException;

/** What one feature has about a patient. Each reads some rows at a time, so that a long life needs no more memory than a short one. */
interface ExportPart {

    /** The page's name in the ZIP, without its ending. */
    String name();

    /** The page's heading, in the words of who asked. */
    String heading(ExportSubject subject);

    /** Adds its FHIR R4 resources. */
    void resources(ExportSubject subject, Resources to) throws IOException;

    /** Writes its page. */
    void page(ExportSubject subject, HtmlPage to) throws IOException;
}
