/** Where staff land: what is left to set up, each item one click from done. */
@NullMarked
package io.anteroom.tenantadmin.home;

import org.jspecify.annotations.NullMarked;
