/**
 * How much a clinic uses the platform: once a day its own work counts patients, sign-ins and messages and tells the
 * operators the three numbers, who can read nothing else of it. Exports nothing.
 */
@NullMarked
package io.anteroom.clinic.usage;

import org.jspecify.annotations.NullMarked;
