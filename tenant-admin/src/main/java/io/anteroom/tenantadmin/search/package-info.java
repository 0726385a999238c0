/** The search at the top of every page: patients, invoices and pages, of those that whoever asks may open. */
@NullMarked
package io.anteroom.tenantadmin.search;

import org.jspecify.annotations.NullMarked;
