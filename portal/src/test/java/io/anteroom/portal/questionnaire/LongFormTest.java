package io.anteroom.portal.questionnaire;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.Given;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What one answer costs in a form of 250 questions, beside one in a form of ten. */
class LongFormTest extends SignedInFixture {

    private static final int GROUPS = 25;
    private static final Pattern MARK = Pattern.compile("name=\"(q-[0-9a-f]{12}-was)\" value=\"([0-9a-f]*)\"");

    @Autowired
    PublishedVersions versions;

    @Autowired
    Assignments assignments;

    @Autowired
    StatementCount statements;

    /** Of the answer that was sent last. */
    private int count;

    /** Groups of ten questions: yes or no, what is asked on a yes, and eight more; each group after the first hangs on the first answer. */
    private static Questionnaire form(int groups) {
        var items = new ArrayList<Item>();
        for (int group = 0; group < groups; group++) {
            var asked = new ArrayList<Item>();
            asked.add(question("g" + group + "-any", new AnswerKind.YesNo(), null));
            asked.add(question("g" + group + "-which", AnswerKind.Words.LINE, yes("g" + group + "-any")));
            for (int number = 2; number < 10; number++) {
                asked.add(question("g" + group + "-" + number, new AnswerKind.Whole(0, 100), null));
            }
            var head = Item.Head.of("g" + group, "Part " + group);
            items.add(new Item.Group(group == 0 ? head : head.when(yes("g0-any")), Occurs.OPTIONAL, asked));
        }
        return new Questionnaire("Everything", null, "en", items, List.of());
    }

    private static Item question(String id, AnswerKind kind, @Nullable Enabling when) {
        var head = Item.Head.of(id, "Question " + id);
        return new Item.Question(when == null ? head : head.when(when), kind, Occurs.OPTIONAL, List.of(), List.of());
    }

    private static Enabling yes(String question) {
        return Enabling.when(question, Enabling.Operator.EQUAL, new Value.Flag(true));
    }

    private record Cost(int statements, int bytes, int page) {}

    @Test
    void anAnswerCostsNoMoreStatementsAndNoMoreBytesThanInAShortForm() {
        offerForms();
        Cost small = cost(form(1));
        Cost large = cost(form(GROUPS));

        assertThat(large.statements()).isEqualTo(small.statements()).isLessThanOrEqualTo(12);
        assertThat(large.bytes()).isLessThan(small.bytes() + 500);
        assertThat(large.page()).isLessThan(small.page() + 500);
    }

    private Cost cost(Questionnaire asks) {
        String form = given(asks);
        String any = FieldNames.of(ItemPath.of("g0-any"));
        String first = form + "/1";
        answer(first, any, "true");
        String number = FieldNames.of(ItemPath.of("g0-4"));
        MvcTestResult saved = answer(first, number, "7");
        int page = text(get(first)).length();
        assertThat(saved).bodyText().contains("value=\"7\"");
        return new Cost(count, text(saved).length(), page);
    }

    /** Sends the screen as the script does, with the marks it has. */
    private MvcTestResult answer(String screen, String field, String value) {
        var request = mvc.post()
                .uri("https://north.anteroom.test" + screen + "/saving")
                .header(SignedInPages.ACCOUNT, account)
                .param(field, value);
        var marks = MARK.matcher(text(get(screen)));
        while (marks.find()) {
            request.param(marks.group(1), marks.group(2));
        }
        statements.reset();
        MvcTestResult answer = request.exchange();
        count = statements.count();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private void offerForms() {
        in(
                north(),
                () -> data.sql("update __tenant__.access_grant set scope = array['bookings']")
                        .update());
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var design = new PortalDesign(
                "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, Set.of(Section.QUESTIONNAIRES));
        CurrentTenant.run(north(), () -> setup.publish(STAFF, design));
    }

    private String given(Questionnaire asks) {
        return in(north(), () -> {
            var id = new QuestionnaireId(data.sql("""
                            insert into __tenant__.questionnaire (title, state, created_at, created_by)
                            values ('Everything', 'draft', now(), 'test') returning id""").query(Long.class).single());
            versions.publish(id, QuestionnaireJson.write(asks), "Robin", clock.instant());
            var given = (Given.Now) assignments.assign(ann, id, null, STAFF);
            return "/questionnaires/"
                    + assignments.find(given.id()).orElseThrow().reference();
        });
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
