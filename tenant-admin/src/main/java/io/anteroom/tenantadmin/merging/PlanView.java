package io.anteroom.tenantadmin.merging;

import io.anteroom.clinic.merging.MergePlan;
import io.anteroom.clinic.merging.MergeSide.Opening;
import io.anteroom.clinic.merging.MergeSide.OwnAccount;
import io.anteroom.clinic.merging.MergeSide.SignsInWith;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Counted;
import io.anteroom.webkit.form.FormErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What merging would do, as it is shown before anybody confirms.
 *
 * @param changed whether it is shown anew, since something changed after it was shown before
 * @param checked whether it was ticked that both are of one person
 * @param typed the word that was typed
 * @param errors what is wrong with these two
 */
public record PlanView(MergePlan plan, boolean changed, boolean checked, String typed, FormErrors errors) {

    /**
     * One thing that happens.
     *
     * @param title what it is about
     * @param sentences what happens
     */
    public record Part(String title, List<String> sentences) {

        /** Copies the sentences. */
        public Part {
            sentences = List.copyOf(sentences);
        }
    }

    static PlanView of(MergePlan plan) {
        return new PlanView(plan, false, false, "", FormErrors.none());
    }

    /** The record that stays, by name and number. */
    public String stays() {
        return MergeWords.name(plan.stays());
    }

    /** The record that goes. */
    public String goes() {
        return MergeWords.name(plan.goes());
    }

    /** The address of the record that stays. */
    public String staysUrl() {
        return MergeController.record(plan.stays().id());
    }

    /** The address of the record that goes. */
    public String goesUrl() {
        return MergeController.record(plan.goes().id());
    }

    /** Where it is confirmed, and where the two are compared. */
    public String url() {
        return staysUrl() + "/merge/" + plan.goes().id();
    }

    /** What stands against it. */
    public List<String> reasons() {
        return plan.refusals().stream()
                .map(refusal -> MergeWords.reason(refusal, plan))
                .toList();
    }

    /** What speaks against one person. */
    public List<String> doubts() {
        return plan.doubts().stream().map(MergeWords::doubt).toList();
    }

    /** What happens, in order. */
    public List<Part> parts() {
        return List.of(
                new Part("Details", details()),
                new Part("The patient’s own way in", own()),
                new Part("Others with access", others()),
                new Part("Appointments", appointments()),
                new Part("Clinical records, documents and forms", papers()),
                new Part("Invoices and payments", invoices()),
                new Part("The record that goes", gone()));
    }

    private List<String> details() {
        var sentences = new ArrayList<String>();
        sentences.add(stays() + " keeps what it says.");
        fields("Taken over, since it says nothing there, or added to it", plan.taken(), sentences);
        fields("Left behind, where it can still be read", plan.left(), sentences);
        return sentences;
    }

    private void fields(String what, Set<PatientField> fields, List<String> sentences) {
        var texts = PatientTexts.of(plan.goes().details(), CurrentTenant.get().country());
        if (!fields.isEmpty()) {
            sentences.add(what + ": "
                    + String.join(
                            "; ",
                            fields.stream()
                                    .map(field -> field.label() + " "
                                            + texts.get(field).replace("\n", ", "))
                                    .toList())
                    + ".");
        }
    }

    private List<String> own() {
        var account = plan.account();
        var keeps = account.keeps();
        var closes = account.closes();
        if (keeps == null) {
            return List.of("Neither record has an account of its own. Nobody gets one by this.");
        }
        var sentences = new ArrayList<String>();
        if (closes == null) {
            sentences.add(
                    account.keepsThatOfGoes()
                            ? "The account of " + goes() + " becomes the account of " + stays() + ": "
                                    + with(keeps.credentials())
                            : "The account of " + stays() + " stays: " + with(keeps.credentials()));
        } else {
            sentences.add("Both have an account. The one of " + (account.keepsThatOfGoes() ? goes() : stays())
                    + " stays the patient’s: " + with(keeps.credentials()));
            sentences.add("The one of " + (account.keepsThatOfGoes() ? stays() : goes())
                    + (closes.isUsed()
                            ? " would be closed, though somebody has signed in to it."
                            : " is closed: nobody has ever signed in to it."));
        }
        account.moving()
                .forEach(one -> sentences.add(address(one)
                        + " moves to the account that stays. It is unverified until the first code is entered."));
        account.freed()
                .forEach(one -> sentences.add(address(one)
                        + " is freed: it signs nobody in any more, since the account that stays has one of its kind."));
        return sentences;
    }

    private static String with(List<SignsInWith> credentials) {
        return credentials.isEmpty()
                ? "nothing is set to sign in with."
                : "it signs in with "
                        + String.join(
                                " and ",
                                credentials.stream().map(PlanView::address).toList()) + ".";
    }

    private static String address(SignsInWith one) {
        return MergeWords.address(one.address()) + (one.verifiedAt() == null ? " (unverified)" : " (verified)");
    }

    private List<String> others() {
        var sentences = new ArrayList<String>();
        plan.moving().stream()
                .filter(opening -> !isOwn(opening))
                .forEach(opening -> sentences.add(MergeWords.person(opening)
                        + " moves, on the same terms: this person then sees what is on " + stays()
                        + " too. The patient is told by email. If that must not be, end this access first."));
        plan.ending().stream()
                .filter(opening -> !isOwn(opening))
                .forEach(opening -> sentences.add(MergeWords.person(opening) + " has access to both. What holds for "
                        + stays() + " stays, the other ends."));
        plan.stays().others().stream()
                .filter(opening -> plan.goes().openings().stream()
                        .noneMatch(other -> other.account().equals(opening.account())))
                .forEach(opening -> sentences.add(MergeWords.person(opening)
                        + " keeps the access, and then sees what came from " + goes() + " too."));
        if (sentences.isEmpty()) {
            sentences.add("Nobody else sees either record.");
        }
        if (plan.goes().invitations() > 0) {
            sentences.add(Counted.of(plan.goes().invitations(), "open invitation") + " to " + goes()
                    + " will be revoked: the link opens nothing any more. Send a new one from " + stays() + ".");
        }
        return sentences;
    }

    private boolean isOwn(Opening opening) {
        return isOf(plan.account().keeps(), opening) || isOf(plan.account().closes(), opening);
    }

    private static boolean isOf(@Nullable OwnAccount account, Opening opening) {
        return account != null && account.account().equals(opening.account());
    }

    private List<String> invoices() {
        var money = plan.goes().money();
        if (money.invoices() == 0) {
            return List.of("There are none on " + goes() + ".");
        }
        return List.of(
                Counted.of(money.invoices(), "invoice") + " of " + goes() + (money.invoices() == 1 ? " moves" : " move")
                        + " to " + stays() + ", with " + Counted.of(money.payments(), "payment")
                        + ". Numbers and amounts stay. An invoice that is opened or printed from then on names "
                        + plan.stays().details().fullName() + ".",
                "No card is kept here, so there is none to move.");
    }

    private List<String> appointments() {
        var bookings = plan.goes().bookings();
        if (bookings.all() == 0) {
            return List.of("There are none on " + goes() + ".");
        }
        var sentences = new ArrayList<String>();
        sentences.add(Counted.of(bookings.all(), "appointment") + " of " + goes()
                + (bookings.all() == 1 ? " moves" : " move") + " to " + stays() + ", " + bookings.ahead()
                + " of them to come. Times, practitioners and what was agreed stay, and nobody is told.");
        if (bookings.ahead() > 0 && plan.stays().bookings().ahead() > 0) {
            sentences.add("Both have appointments to come. If they were booked twice by mistake, cancel one of the two"
                    + " afterwards: nothing is cancelled by this.");
        }
        return sentences;
    }

    private List<String> papers() {
        var papers = plan.goes().papers();
        if (papers.all() == 0) {
            return List.of("There are none on " + goes() + ".");
        }
        return List.of(
                (papers.entries() == 1 ? "1 clinical entry" : papers.entries() + " clinical entries") + ", "
                        + Counted.of(papers.documents(), "document") + " and "
                        + Counted.of(papers.forms(), "form") + " of " + goes() + " move to " + stays()
                        + ", with their files.",
                "Whoever sees clinical records or forms of " + stays() + " sees these too from then on.");
    }

    private List<String> gone() {
        return List.of(
                "It can be found no more, in no list and by no search, and its address leads to " + stays() + ".",
                "A link into the portal that was made from it, and wasn’t used yet, is taken back.",
                "What it said is kept and shown on " + stays()
                        + ". What the audit log has of it stays as it was written, and is shown there too.",
                "Whoever could see it, and the patient, is signed out and signs in again.");
    }
}
