/** Tests of Keycloak as a process, with a real one. */
@NullMarked
package io.anteroom.localservices.keycloak;

import org.jspecify.annotations.NullMarked;
