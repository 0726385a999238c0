package io.anteroom.clinic.file;

/** Where a file's content is. Names are stored. */
enum FilePlace {
    /** In the clinic's schema. */
    DATABASE,
    /** In an object store. */
    OBJECTS
}
