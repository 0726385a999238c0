/** Who may ask a process how it is: the probes of its orchestrator and the collector of its metrics. */
@NullMarked
package io.anteroom.server.health;

import org.jspecify.annotations.NullMarked;
