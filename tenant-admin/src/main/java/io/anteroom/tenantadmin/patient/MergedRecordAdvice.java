package io.anteroom.tenantadmin.patient;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads from each page of a record that went into another one to the same tab of that one. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MergedRecordAdvice {

    private static final List<String> TABS = List.of("details", "records", "invoices", "online-access");
    private static final int TAB = 5;

    @ExceptionHandler(RecordWentException.class)
    Reply went(RecordWentException e, HttpServletRequest request) {
        String record = "/o/" + CurrentTenant.get().slug() + "/patients/" + e.into();
        String[] path = request.getRequestURI().split("/", -1);
        boolean tab = path.length > TAB && TABS.contains(path[TAB]);
        var there = Reply.redirect(tab ? record + "/" + path[TAB] : record);
        return request.getMethod().equals("GET")
                ? there.done("The record you wanted was merged into this one")
                : there.refused("Nothing was done: that record was merged into this one. Look at it, then do it here");
    }
}
