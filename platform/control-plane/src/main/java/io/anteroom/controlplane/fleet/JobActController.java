package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.Operator;
import io.anteroom.controlplane.operator.OperatorSection;
import io.anteroom.controlplane.operator.ReasonForm;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks about an act on jobs, and does it with a reason. */
@OnHost(Host.OPERATORS)
@Controller
class JobActController {

    private static final String BACK = "/work";
    private static final ReasonForm HURRY = ReasonForm.of(
            "Try all failing jobs now?",
            List.of("Jobs wait longer after each failure. Once its cause is gone, this saves the wait."),
            "Try now",
            false,
            "/work/failing/retry",
            BACK);

    private final Jobs jobs;

    JobActController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/work/failing/retry")
    Reply askToHurry() {
        return Reply.page(HURRY.page(OperatorSection.WORK));
    }

    @PostMapping("/work/failing/retry")
    Reply hurry(@RequestParam(defaultValue = "") String reason, Operator operator) {
        var form = HURRY.typed(reason);
        if (form.errors().any()) {
            return Reply.invalid(form.page(OperatorSection.WORK));
        }
        int hurried = jobs.hurry(operator, form.reason());
        return Reply.redirect(BACK).done(hurried == 0 ? "No job was waiting for another try" : "Trying again now");
    }

    @GetMapping("/work/dead/{number}/retry")
    Reply askToPutBack(@PathVariable long number) {
        return jobs.dead(number)
                .map(job -> Reply.page(putBack(job).page(OperatorSection.WORK)))
                .orElseGet(JobActController::gone);
    }

    @PostMapping("/work/dead/{number}/retry")
    Reply putBack(@PathVariable long number, @RequestParam(defaultValue = "") String reason, Operator operator) {
        var job = jobs.dead(number);
        var form = job.map(found -> putBack(found).typed(reason));
        return wrong(form)
                .orElseGet(() -> job.filter(found ->
                                jobs.putBack(found, operator, form.orElseThrow().reason()))
                        .<Reply>map(found -> Reply.redirect(BACK).done("Job " + number + " is in the queue again"))
                        .orElseGet(JobActController::gone));
    }

    @GetMapping("/work/dead/{number}/discard")
    Reply askToThrowAway(@PathVariable long number) {
        return jobs.dead(number)
                .map(job -> Reply.page(throwAway(job).page(OperatorSection.WORK)))
                .orElseGet(JobActController::gone);
    }

    @PostMapping("/work/dead/{number}/discard")
    Reply throwAway(@PathVariable long number, @RequestParam(defaultValue = "") String reason, Operator operator) {
        var job = jobs.dead(number);
        var form = job.map(found -> throwAway(found).typed(reason));
        return wrong(form)
                .orElseGet(() -> job.filter(found -> jobs.throwAway(
                                found, operator, form.orElseThrow().reason()))
                        .<Reply>map(found -> Reply.redirect(BACK).done("Job " + number + " is thrown away"))
                        .orElseGet(JobActController::gone));
    }

    private static Optional<Reply> wrong(Optional<ReasonForm> form) {
        return form.filter(typed -> typed.errors().any()).map(typed -> Reply.invalid(typed.page(OperatorSection.WORK)));
    }

    private static ReasonForm putBack(DeadJob job) {
        return ReasonForm.of(
                "Try " + job.name() + " again?",
                List.of("It is put back into the queue and tried up to twenty times more."),
                "Try again",
                false,
                "/work/dead/" + job.number() + "/retry",
                BACK);
    }

    private static ReasonForm throwAway(DeadJob job) {
        return ReasonForm.of(
                "Throw " + job.name() + " away?",
                List.of(
                        "It is never done. What it was to do, as sending a message, has to be begun anew at the clinic."),
                "Throw away",
                true,
                "/work/dead/" + job.number() + "/discard",
                BACK);
    }

    private static Reply gone() {
        return Reply.redirect(BACK).refused("That job was put back or thrown away meanwhile.");
    }
}
