package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.ServiceId;

/** Something that the clinic wants done before a time is given to whoever books a service, such as a form that is filled in. */
public interface AskedFirst {

    /** Whether the service wants anything of the kind. */
    boolean asks(ServiceId service);

    /** Whether something of it is not done yet for the patient acted for. */
    boolean missing(VisibleChart chart, ServiceId service);
}
