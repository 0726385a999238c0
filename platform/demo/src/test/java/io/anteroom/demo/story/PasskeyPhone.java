package io.anteroom.demo.story;

import com.google.gson.JsonObject;

/** A patient whose phone keeps passkeys. */
final class PasskeyPhone {

    private final Person patient;

    PasskeyPhone(Person patient) {
        this.patient = patient;
    }

    /** Chromium's virtual authenticator: a device that keeps keys and always sees the right finger. */
    void isUnlockedByAFinger() {
        var chromium = patient.page().context().newCDPSession(patient.page());
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", device);
        chromium.send("WebAuthn.enable");
        chromium.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    void addsOne(NewPatient who) {
        patient.page().locator("summary.chip").click();
        patient.follows("How you sign in");
        patient.isTold("You have no passkeys yet");
        patient.looks("none");
        patient.follows("Add a passkey");
        patient.reads("Check it’s you");
        patient.presses("Send me a code");
        patient.types(patient.post().unlockCode(who.email()), "Six-digit code");
        patient.presses("Go on");
        patient.reads("Add a passkey");
        patient.looks("add");
        patient.types("My phone", "What do you call it?");
        patient.presses("Add passkey");
        patient.isTold("The passkey is added");
        patient.isTold("Not used yet");
        patient.looks("list");
    }

    void signsOut() {
        patient.page().locator("summary.chip").click();
        patient.presses("Sign out");
        patient.reads("Sign in to Harbour Physiotherapy");
    }

    void signsInWithIt(NewPatient who) {
        patient.looks("sign-in");
        patient.presses("Sign in with a passkey");
        patient.reads("Hello, " + who.name());
    }

    void opensRecordsWithIt() {
        patient.goesTo("harbour.", "/access/log");
        patient.reads("Check it’s you");
        patient.looks("check");
        patient.presses("Use a passkey");
        patient.reads("Who used your record");
        patient.isTold("You added a passkey");
    }

    void removesIt() {
        patient.goesTo("harbour.", "/security");
        patient.isTold("Last used");
        patient.follows("Remove");
        patient.reads("Remove the passkey ‘My phone’?");
        patient.looks("remove");
        patient.presses("Remove passkey");
        patient.isTold("The passkey is removed");
        patient.isTold("You have no passkeys yet");
    }

    void isNotLetInAnyMore() {
        patient.presses("Sign in with a passkey");
        patient.isTold("That passkey doesn’t sign you in here");
    }
}
