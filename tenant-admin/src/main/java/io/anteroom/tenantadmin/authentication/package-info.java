/** Settings > Patient Authentication: how patients sign in, for how long, until what age parents do, and the account model. */
@NullMarked
package io.anteroom.tenantadmin.authentication;

import org.jspecify.annotations.NullMarked;
