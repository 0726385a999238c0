/**
 * Where sealed content is kept: in the clinic's schema ({@link io.anteroom.clinic.file.store.DatabaseStore}), or in a store that speaks
 * Amazon's S3 ({@link io.anteroom.clinic.file.store.ObjectStore}). Neither can read it.
 */
@NullMarked
package io.anteroom.clinic.file.store;

import org.jspecify.annotations.NullMarked;
