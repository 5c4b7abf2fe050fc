package io.rotadesk.petition.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Templates in versions: of the unit, of the units above, of the product. */
@Tag("P4")
class PaperTemplatesTest extends PaperScenario {

    private static final Wording OURS = new Wording("受理通知", "{{来访人}}：已受理 {{事项编号}}。");

    @Test
    void theNearestUnitThatHasATemplateGivesItAndNothingIsDeleted() {
        assertThat(templates.current(office.id(), PaperKind.ACCEPTANCE).isShipped())
                .isTrue();
        templates.save(centre.id(), PaperKind.ACCEPTANCE, 0, OURS, "统一格式", "owner");
        assertThat(templates.current(office.id(), PaperKind.ACCEPTANCE).unitId())
                .isEqualTo(centre.id());
        Paper made = papers.make(received("周某", "13800000321").id(), PaperKind.ACCEPTANCE, null, responsible);
        assertThat(made.origin()).isEqualTo(new Origin(centre.id(), 1));
        assertThat(made.wording().text()).startsWith("周某：已受理 2026-");

        Wording own = new Wording("东柳受理通知", "{{来访人}}：");
        templates.save(office.id(), PaperKind.ACCEPTANCE, 0, own, "", "owner");
        templates.save(office.id(), PaperKind.ACCEPTANCE, 1, OURS, "改回来", "owner");
        assertThat(templates.history(office.id(), PaperKind.ACCEPTANCE))
                .extracting(TemplateVersion::number)
                .containsExactly(2, 1, 0);
        assertThat(templates
                        .version(office.id(), PaperKind.ACCEPTANCE, 1)
                        .orElseThrow()
                        .wording())
                .isEqualTo(own);
        assertThat(papers.get(made.id())).as("what was made stays as it is").isEqualTo(made);
        assertThat(templates.current(centre.id(), PaperKind.ACCEPTANCE).number())
                .isEqualTo(1);
    }

    @Test
    void anUnknownPlaceholderIsRefusedWithItsName() {
        Wording wrong = new Wording("受理通知", "{{来访人}}：{{住址}} {{T(java.lang.Runtime)}}");
        assertThatThrownBy(() -> templates.save(office.id(), PaperKind.ACCEPTANCE, 0, wrong, "", "owner"))
                .isInstanceOfSatisfying(PaperRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("text");
                    assertThat(refusal.arguments()[0]).isEqualTo("住址、T(java.lang.Runtime)");
                });
        assertThat(templates.current(office.id(), PaperKind.ACCEPTANCE).isShipped())
                .isTrue();
    }

    @Test
    void twoEditorsDoNotOverwriteEachOtherUnseen() {
        templates.save(office.id(), PaperKind.ANSWER, 0, OURS, "", "owner");
        assertThatThrownBy(() ->
                        templates.save(office.id(), PaperKind.ANSWER, 0, new Wording("另一份", "{{来访人}}："), "", "other"))
                .isInstanceOfSatisfying(
                        PaperRefusal.class, refusal -> assertThat(refusal.key()).isEqualTo("text.overtaken"));
        assertThat(templates
                        .save(office.id(), PaperKind.ANSWER, 1, OURS, "", "other")
                        .number())
                .as("nothing was changed")
                .isEqualTo(1);
    }
}
