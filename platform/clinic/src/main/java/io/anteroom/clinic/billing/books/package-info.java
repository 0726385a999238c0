/** What the books need of invoices, as files: see {@link io.anteroom.clinic.billing.books.BooksExport}. */
@NullMarked
package io.anteroom.clinic.billing.books;

import org.jspecify.annotations.NullMarked;
