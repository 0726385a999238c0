@NullMarked
package io.anteroom.tenantadmin.access.preview;

import org.jspecify.annotations.NullMarked;
