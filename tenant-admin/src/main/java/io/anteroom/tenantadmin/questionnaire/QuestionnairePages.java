package io.anteroom.tenantadmin.questionnaire;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.webkit.StaffPage;
import org.springframework.stereotype.Component;

/** What the pages of questionnaires have in common. */
@Component
public class QuestionnairePages {

    private final StaffPages pages;

    QuestionnairePages(StaffPages pages) {
        this.pages = pages;
    }

    /** The address of the list in the current organisation. */
    public static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/questionnaires";
    }

    /** The address of one questionnaire. */
    public static String url(QuestionnaireId id) {
        return base() + "/" + id;
    }

    /** The frame around a page. */
    public StaffPage page(String title) {
        return pages.page(StaffSection.QUESTIONNAIRES, title);
    }
}
