package io.anteroom.demo;

import java.util.List;

/** Who can sign in to a demo, and with what. */
record DemoPeople(List<Login> staff, Login operator) {

    /** Somebody with a password in Keycloak. */
    record Login(String who, String email, String password) {}
}
