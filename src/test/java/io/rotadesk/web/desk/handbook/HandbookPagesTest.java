package io.rotadesk.web.desk.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Section;
import io.rotadesk.leasing.handbook.Section.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
@Tag("L2.5")
@Tag("L3.5")
class HandbookPagesTest {

    private static final String PARKING = "/desk/handbook/edit/qa/parking";

    @Autowired
    WebApplicationContext application;

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    Accounts accounts;

    @Autowired
    Handbook handbook;

    MockMvc web;
    String unit;
    SignedInUser agent;
    SignedInUser owner;

    @BeforeEach
    void peopleOfADepartment() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        unit = departments.found().id();
        agent = new TestPeople(accounts).with(unit, Role.AGENT);
        owner = new TestPeople(accounts).with(unit, Role.PROCESS_OWNER);
    }

    @Test
    void aProcessOwnerPutsTheQuestionsInOrder() throws Exception {
        as(owner, get("/desk/handbook/edit/order"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"qa\" value=\"parking\"")));
        as(owner, post("/desk/handbook/edit/order").param("qa", "parking", "opening"))
                .andExpect(redirectedUrlPattern("/desk/handbook*"));
        assertThat(handbook.entries(unit)).extracting(Section::topic).startsWith("parking", "opening");
        assertThat(handbook.currentVersion(unit)).isEqualTo(2);
        as(agent, get("/desk/handbook/edit/order")).andExpect(status().isForbidden());
    }

    @Test
    void anAgentReadsTheHandbookWithTheProjectsName() throws Exception {
        as(agent, get("/desk/handbook"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("您好!广安世纪")))
                .andExpect(content().string(containsString("第 1 版")))
                .andExpect(content().string(not(containsString("{{案名}}"))))
                .andExpect(content().string(not(containsString("/desk/handbook/edit"))));
    }

    @Test
    void typedTextIsSearchedAtOnce() throws Exception {
        as(agent, get("/desk/handbook/search").param("q", "停车"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("停车方便吗")))
                .andExpect(content().string(not(containsString("有免租期吗"))))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void anEmptySearchSaysToAskTheManager() throws Exception {
        as(agent, get("/desk/handbook").param("q", "宠物寄养"))
                .andExpect(content().string(containsString("宠物寄养")))
                .andExpect(content().string(containsString("提交经理")));
    }

    @Test
    void thePagesSpeakEnglishToo() throws Exception {
        as(agent, get("/desk/handbook").header("Accept-Language", "en-GB,en;q=0.9"))
                .andExpect(content().string(containsString("<html lang=\"en\"")))
                .andExpect(content().string(containsString("Q&amp;A and standard script")));
        as(agent, get("/desk/handbook").header("Accept-Language", "fr"))
                .andExpect(content().string(containsString("答客问与统一说辞")));
        as(agent, get("/desk/handbook").param("lang", "en")).andExpect(content().string(containsString("Version 1")));
    }

    @Test
    void anAgentCannotEdit() throws Exception {
        for (String page : new String[] {PARKING, "/desk/handbook/edit/new", "/desk/handbook/edit/history"}) {
            as(agent, get(page)).andExpect(status().isForbidden());
        }
        as(agent, save(1, "停车", "随便停。")).andExpect(status().isForbidden());
        as(agent, post("/desk/handbook/edit/history/1/restore")).andExpect(status().isForbidden());
        assertThat(handbook.currentVersion(unit)).isEqualTo(1);
    }

    @Test
    void aProcessOwnerOfAnotherUnitCannotEditThisOne() throws Exception {
        SignedInUser stranger =
                new TestPeople(accounts).with(departments.found().id(), Role.PROCESS_OWNER);
        as(stranger, save(1, "停车", "随便停。").param("unit", unit)).andExpect(status().isForbidden());
        assertThat(handbook.currentVersion(unit)).isEqualTo(1);
    }

    @Test
    void aSaveIsANewVersionInForce() throws Exception {
        as(owner, save(1, "停车方便吗?", "车位 **620** 个。<script>alert(1)</script>"))
                .andExpect(redirectedUrlPattern("/desk/handbook?unit=*"));

        assertThat(handbook.currentVersion(unit)).isEqualTo(2);
        assertThat(handbook.history(unit).get(0).author()).isEqualTo(owner.login());
        as(agent, get("/desk/handbook"))
                .andExpect(content().string(containsString("<strong>620</strong>")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void theSecondEditorIsToldAndKeepsTheTypedText() throws Exception {
        as(owner, save(1, "停车方便吗?", "车位 620 个。"));

        as(owner, save(1, "停车方便吗?", "车位六百多个。"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("您的修改还没有保存")))
                .andExpect(content().string(containsString("车位六百多个。</textarea>")))
                .andExpect(content().string(containsString("name=\"basedOn\" value=\"2\"")));
        assertThat(text("parking")).isEqualTo("车位 620 个。");

        as(owner, save(2, "停车方便吗?", "车位六百多个。")).andExpect(status().is3xxRedirection());
        assertThat(text("parking")).isEqualTo("车位六百多个。");
    }

    @Test
    void anEmptyAnswerIsRefusedBesideItsField() throws Exception {
        as(owner, save(1, "停车方便吗?", "  "))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请填写。")))
                .andExpect(content().string(containsString("value=\"停车方便吗?\"")));
        assertThat(handbook.currentVersion(unit)).isEqualTo(1);
    }

    @Test
    void theTextIsPreviewedWithoutBeingSaved() throws Exception {
        as(owner, post("/desk/handbook/edit/preview").param("basedOn", "1").param("markdown", "**{{案名}}** ${7*7}"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<strong>广安世纪</strong> ${7*7}")));
        assertThat(handbook.currentVersion(unit)).isEqualTo(1);
    }

    @Test
    void aQuestionIsAddedAndRemoved() throws Exception {
        String address = web.perform(get("/desk/handbook/edit/new").with(login(owner)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String path = address.substring(0, address.indexOf('?'));
        as(owner, get(path)).andExpect(status().isOk());
        as(owner, form(post(path), 1, "可以养宠物吗?", "小型犬可以。"));
        // It was sent twice, but exists once.
        as(owner, form(post(path), 1, "可以养宠物吗?", "小型犬可以。"));
        assertThat(handbook.entries(unit)).extracting(Section::title).containsOnlyOnce("可以养宠物吗?");
        assertThat(handbook.currentVersion(unit)).isEqualTo(2);

        as(owner, post(path + "/remove").param("basedOn", "2")).andExpect(status().is3xxRedirection());
        assertThat(handbook.entries(unit)).extracting(Section::title).doesNotContain("可以养宠物吗?");
    }

    @Test
    void nobodyInventsAPartOfTheScript() throws Exception {
        as(owner, get("/desk/handbook/edit/script/nonsense")).andExpect(status().isNotFound());
        as(owner, get("/desk/handbook/edit/qa/NOT_A_TOPIC")).andExpect(status().isNotFound());
    }

    @Test
    void versionsAreLookedAtComparedAndRestored() throws Exception {
        as(owner, save(1, "停车方便吗?", "车位 620 个。"));

        as(owner, get("/desk/handbook/edit/history")).andExpect(content().string(containsString("第 2 版")));
        as(owner, get("/desk/handbook/edit/history/1"))
                .andExpect(content().string(containsString("这是旧版本")))
                .andExpect(content().string(containsString("先到先得")));
        as(owner, get("/desk/handbook/edit/history/compare").param("from", "2").param("to", "1"))
                .andExpect(content().string(containsString("class=\"out\"")))
                .andExpect(content().string(containsString("class=\"in\"")))
                .andExpect(content().string(containsString("620")));
        as(owner, get("/desk/handbook/edit/history/9")).andExpect(status().isNotFound());

        as(owner, post("/desk/handbook/edit/history/1/restore")).andExpect(status().is3xxRedirection());
        assertThat(handbook.currentVersion(unit)).isEqualTo(3);
        assertThat(handbook.current(unit).sections())
                .isEqualTo(handbook.edition(unit, 1).orElseThrow().sections());
    }

    private String text(String topic) {
        return handbook.current(unit).find(Kind.QA, topic).orElseThrow().markdown();
    }

    private static MockHttpServletRequestBuilder save(int basedOn, String title, String markdown) {
        return form(post(PARKING), basedOn, title, markdown);
    }

    private static MockHttpServletRequestBuilder form(
            MockHttpServletRequestBuilder request, int basedOn, String title, String markdown) {
        return request.param("basedOn", String.valueOf(basedOn))
                .param("title", title)
                .param("markdown", markdown)
                .param("comment", "");
    }

    private ResultActions as(SignedInUser user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(login(user)).with(csrf()));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor login(SignedInUser user) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                AuthorityUtils.createAuthorityList(
                        user.roles().stream().map(role -> "ROLE_" + role.name()).toList())));
    }
}
