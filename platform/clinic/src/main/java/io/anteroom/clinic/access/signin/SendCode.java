package io.anteroom.clinic.access.signin;

import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;

/** The work that a request for a code leaves behind. Only here does anybody ask whether the address is known. */
@Component
class SendCode implements WorkHandler {

    static final String KIND = "sign-in-code";

    private final CodeSender sender;
    private final OldSignIns oldSignIns;

    SendCode(CodeSender sender, OldSignIns oldSignIns) {
        this.sender = sender;
        this.oldSignIns = oldSignIns;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        sender.send(Long.parseLong(ref));
        oldSignIns.forgetLater();
    }
}
