/**
 * PostgreSQL, Keycloak and a mailbox as local processes, for the demo and the tests; a package for each. Here is only
 * where they keep what is unpacked once, and how what runs them ends.
 */
@NullMarked
package io.anteroom.localservices;

import org.jspecify.annotations.NullMarked;
