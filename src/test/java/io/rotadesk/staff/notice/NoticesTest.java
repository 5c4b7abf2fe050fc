package io.rotadesk.staff.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ProcessScenario;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesTest extends ProcessScenario {

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeWording wording;

    @Test
    void aPersonIsToldOnceUntilTheyHaveReadIt() {
        String manager = department.manager();
        ask(manager);
        ask(manager);
        Notice first = only(manager);

        notices.read(manager, first.id());
        assertThat(notices.unread(manager)).isEmpty();

        ask(manager);
        assertThat(only(manager).id()).isNotEqualTo(first.id());
    }

    @Test
    void nobodyReadsAnothersNotice() {
        String manager = department.manager();
        ask(manager);

        notices.read("somebody-else", only(manager).id());

        assertThat(notices.unread(manager)).hasSize(1);
    }

    @Test
    void aSettledThingNeedsNobodysAttention() {
        String manager = department.manager();
        ask(manager);

        notices.settle(NoticeKind.DISPUTE, department.id(), "7");
        assertThat(notices.unread(manager)).hasSize(1);

        notices.settle(NoticeKind.QUESTION_ASKED, department.id(), "7");
        assertThat(notices.unread(manager)).isEmpty();
    }

    @Test
    void anOldNoticeIsRemoved() {
        ask(department.manager());
        notices.removeBefore(clock.instant());
        assertThat(notices.unread(department.manager())).hasSize(1);

        clock.forward(NoticeSweep.KEPT.plusDays(1));
        notices.removeBefore(clock.instant().minus(NoticeSweep.KEPT));

        assertThat(notices.unread(department.manager())).isEmpty();
    }

    @Test
    void everyKindHasASentenceInBothLanguages() {
        Stream.of(NoticeKind.values()).forEach(kind -> {
            Notice notice = new Notice(
                    1, "unit", "login", kind, "7", List.of("甲", "乙", "丙"), null, clock.instant(), null, null);
            assertThat(wording.of(notice, Locale.SIMPLIFIED_CHINESE)).isNotBlank();
            assertThat(wording.of(notice, Locale.ENGLISH)).isNotBlank().doesNotContain("{");
        });
    }

    private void ask(String manager) {
        notices.tell(NoticeKind.QUESTION_ASKED, department.id(), List.of(manager), "7", "/desk", "孙丽");
    }

    private Notice only(String login) {
        assertThat(notices.unread(login)).hasSize(1);
        return notices.unread(login).get(0);
    }
}
