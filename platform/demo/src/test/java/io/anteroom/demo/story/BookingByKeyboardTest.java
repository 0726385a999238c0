package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

/** Chloe Davies, who books an appointment at Harbour Physiotherapy, moves it and calls it off, all by the keyboard, and pays a deposit. */
class BookingByKeyboardTest {

    private static final String CHLOE = "chloe@patients.example";

    private final Album album = new Album("booking-");

    @Test
    void aPatientBooksMovesAndCancelsWithoutAMouse() {
        try (var chloe = Person.onAPhone(album)) {
            var keyboard = new Keyboard(chloe);
            signsIn(chloe, keyboard);
            keyboard.tabsTo("Appointments");
            keyboard.enters();
            chloe.reads("Appointments");
            chloe.looks("list-before");
            books(chloe, keyboard);
            moves(chloe, keyboard);
            cancels(chloe, keyboard);
            takesBack(chloe, keyboard);
            subscribes(chloe, keyboard);
            waits(chloe, keyboard);
            paysADeposit(chloe, keyboard);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void signsIn(Person chloe, Keyboard keyboard) {
        chloe.goesTo("harbour.", "/");
        chloe.reads("Sign in to Harbour Physiotherapy");
        var before = chloe.post().seen();
        keyboard.types(CHLOE);
        keyboard.enters();
        chloe.reads("Enter your code");
        keyboard.types(chloe.post().newCode(CHLOE, before));
        keyboard.enters();
        chloe.reads("Hello, Chloe");
    }

    private static void books(Person chloe, Keyboard keyboard) {
        keyboard.tabsTo("Book an appointment");
        keyboard.enters();
        chloe.reads("What would you like to book?");
        chloe.looks("services");
        keyboard.tabsTo("Follow-up");
        keyboard.enters();
        chloe.reads("When would suit you?");
        chloe.looks("times");
        choosesATime(chloe, keyboard);
        chloe.reads("Book this time?");
        chloe.looks("held");
        keyboard.tabsTo("Anything the clinic should know");
        keyboard.types("My left knee again");
        keyboard.tabsTo("Book the appointment");
        keyboard.enters();
        chloe.isTold("Your appointment is booked.");
        chloe.isTold("My left knee again");
        chloe.looks("booked");
        chloe.goesTo("harbour.", "/");
        chloe.isTold("Follow-up, with");
        chloe.looks("home");
        keyboard.tabsTo("Change the appointment");
        keyboard.enters();
        chloe.reads("Follow-up");
    }

    private static void moves(Person chloe, Keyboard keyboard) {
        keyboard.tabsTo("Choose another time");
        keyboard.enters();
        chloe.reads("When would suit you?");
        keyboard.tabsTo("Later days");
        keyboard.enters();
        chloe.reads("When would suit you?");
        chloe.looks("other-times");
        choosesATime(chloe, keyboard);
        chloe.reads("Move the appointment?");
        chloe.looks("move");
        keyboard.tabsTo("Move the appointment");
        keyboard.enters();
        chloe.reads("Follow-up");
        chloe.looks("moved");
    }

    private static void cancels(Person chloe, Keyboard keyboard) {
        keyboard.tabsTo("Cancel the appointment");
        keyboard.enters();
        chloe.reads("Cancel this appointment?");
        chloe.looks("cancel");
        keyboard.tabsTo("Cancel the appointment");
        keyboard.enters();
        chloe.isTold("The appointment is cancelled.");
        chloe.looks("cancelled");
    }

    private static void takesBack(Person chloe, Keyboard keyboard) {
        keyboard.tabsTo("Undo, keep it");
        keyboard.enters();
        chloe.isTold("Booked");
        keyboard.tabsTo("Appointments");
        keyboard.enters();
        chloe.reads("Upcoming");
        chloe.looks("list");
    }

    private static void subscribes(Person chloe, Keyboard keyboard) {
        keyboard.tabsTo("In your own calendar");
        keyboard.enters();
        chloe.reads("Appointments in your calendar");
        chloe.looks("feed");
        keyboard.tabsTo("Make an address");
        keyboard.enters();
        chloe.isTold("Subscribe to this address");
        chloe.looks("feed-made");
    }

    private static void waits(Person chloe, Keyboard keyboard) {
        chloe.goesTo("harbour.", "/appointments/new");
        keyboard.tabsTo("Follow-up");
        keyboard.enters();
        chloe.reads("When would suit you?");
        keyboard.tabsTo("Go on the waitlist");
        keyboard.enters();
        chloe.reads("Wait for a time to come free?");
        chloe.looks("waitlist-new");
        keyboard.tabsTo("Evenings");
        keyboard.enters();
        chloe.isTold("You are on the waitlist.");
        chloe.isTold("Monday to Friday");
        chloe.looks("waitlist");
        keyboard.tabsTo("Follow-up");
        keyboard.enters();
        chloe.reads("You are on the waitlist");
        keyboard.tabsTo("Leave the waitlist");
        keyboard.enters();
        chloe.reads("Leave the waitlist?");
        keyboard.tabsTo("Leave the waitlist");
        keyboard.enters();
        chloe.isTold("You are no longer on the waitlist");
    }

    /** Sports massage asks for one: out to the card page and back, and then it is undone. */
    private static void paysADeposit(Person chloe, Keyboard keyboard) {
        chloe.goesTo("harbour.", "/appointments/new");
        keyboard.tabsTo("Sports massage");
        keyboard.enters();
        chloe.isTold("deposit of £20.00 when you book");
        choosesATime(chloe, keyboard);
        chloe.reads("Book this time?");
        chloe.looks("deposit-agreed");
        keyboard.tabsTo("Go on to the deposit");
        keyboard.enters();
        chloe.reads("Pay the deposit of £20.00");
        chloe.looks("deposit-to-pay");
        keyboard.tabsTo("Pay £20.00");
        keyboard.enters();
        chloe.reads("Pay by card");
        new Paying(chloe).paysByCard("£20.00");
        chloe.isTold("£20.00, paid");
        chloe.looks("deposit-paid");
        keyboard.tabsTo("Undo");
        keyboard.enters();
        chloe.isTold("£20.00, on its way back to you");
        chloe.looks("deposit-on-its-way-back");
    }

    private static void choosesATime(Person chloe, Keyboard keyboard) {
        keyboard.tabsTo(chloe.page().locator(".time-choice").first().innerText().strip());
        keyboard.enters();
    }
}
