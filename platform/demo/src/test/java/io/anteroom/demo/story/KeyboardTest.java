package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

class KeyboardTest {

    private final Album album = new Album("keyboard-");

    @Test
    void aPatientSignsInAndPaysWithoutAMouse() {
        try (var patient = Person.onAPhone(album)) {
            var keyboard = new Keyboard(patient);
            signIn(patient, keyboard);
            keyboard.tabsTo("Pay £");
            patient.looks("home");
            keyboard.enters();
            patient.reads("Pay by card");
            pay(keyboard);
            patient.reads("Thank you");
            patient.looks("paid");
            keyboard.tabsTo("See the receipt");
            keyboard.enters();
            patient.reads("Receipt");
        }
        assertThat(album.flaws()).isEmpty();
    }

    /** The cursor stands in the field that is asked for; the code comes as a text message. */
    private static void signIn(Person patient, Keyboard keyboard) {
        patient.goesTo("harbour.", "/");
        patient.reads("Sign in to Harbour Physiotherapy");
        assertThat(keyboard.focused()).startsWith("Email or mobile number");
        keyboard.types("07400 123456");
        keyboard.enters();
        patient.reads("Enter your code");
        assertThat(keyboard.focused()).startsWith("Six-digit code");
        keyboard.types(patient.post().code("+447400123456"));
        keyboard.enters();
        patient.reads("Hello, Anna");
    }

    private static void pay(Keyboard keyboard) {
        keyboard.tabsTo("Email");
        keyboard.types("anna@patients.example");
        keyboard.tabsTo("Card number");
        keyboard.types("4242 4242 4242 4242");
        keyboard.tabsTo("Expires");
        keyboard.types("12 / 34");
        keyboard.tabsTo("Security code");
        keyboard.types("123");
        keyboard.tabsTo("Name on card");
        keyboard.types("Anna Bell");
        keyboard.enters();
    }
}
