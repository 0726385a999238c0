/** Settings &gt; Patient Authentication &gt; Credentials: everybody who can sign in, and the patients who can't. */
@NullMarked
package io.anteroom.tenantadmin.directory;

import org.jspecify.annotations.NullMarked;
