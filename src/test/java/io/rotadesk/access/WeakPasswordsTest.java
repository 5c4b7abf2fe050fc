package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Refuses passwords that can be guessed with the usual lists or by somebody who knows the person. */
class WeakPasswordsTest extends AccessTest {

    @Autowired
    PasswordRules rules;

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    private String login;

    @BeforeEach
    void person() {
        String unit = unique("guangan");
        login = unique("linxiaoyu");
        units.save(new Unit(unit, "招商部", "Guangan Century", null, List.of(), List.of(), null));
        var load = roster.load(
                unit,
                "login,name,mobile,extension,team,place,left\n" + login + ",林小雨 Sunny Lin,13812345678,801,A,1,no");
        assertThat(load.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qianboqianbo",
                "qianbo12345",
                "Qianbo2026!",
                "qianbo@2026",
                "obnaiqobnaiq",
                "Q1anb02026",
                "q1anb0q1anb0",
                "QIANBO88888",
                "2026qianbo!!",
                "qianbo.qianbo",
                "qianbo123456",
                "demoQianboAdmin12",
                "qianbo-2026-03-02",
                "q!anb0_2026",
                "qianbo20260101",
                "QianBo#12345"
            })
    void loginWithAnythingUsualAroundIt(String password) {
        assertThat(rules.violation(password, List.of("qianbo"))).as(password).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "password12345",
                "demodemodemo",
                "Password2026!",
                "P@ssw0rd2026",
                "drowssap12345",
                "admin1234567",
                "1234567890",
                "0987654321",
                "abcdefghij",
                "abcabcabcabc",
                "aaaaaaaaaaaa",
                "1qaz2wsx3edc",
                "qwertyuiop",
                "asdfghjkl;",
                "zxcvbnm,./",
                "qazwsxedcrfv",
                "!QAZ2wsx#EDC",
                "woaini1314520",
                "iloveyou1314",
                "changeme123",
                "welcome2026",
                "letmein12345",
                "administrator",
                "rotadesk2026",
                "zhaoshang888",
                "20260302090000",
                "1990-01-01",
                "5201314520",
                "888888888888",
                "abc123abc123",
                "aaaaabbbbb",
                "zhaoshang2026",
                "qwerty123456",
                "iloveyou2026",
                "manager12345",
                "1212121212",
                "123123123123"
            })
    void passwordsThatEverybodyTries(String password) {
        assertThat(rules.violation(login, password)).as(password).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ｑｉａｎｂｏ２０２６",
                "Ｐａｓｓｗｏｒｄ２０２６",
                "qiánbō2026!!",
                "q\u200bi\u200ba\u200bn\u200bb\u200bo\u200b2026",
                "demo\u00ad\u00ad\u00ad\u00ad\u00ad\u00ad\u00ad\u00ad",
                "p\u0301a\u0301s\u0301s\u0301w\u0301o\u0301r\u0301d\u0301",
                "１３８１２３４５６７８",
                "①②③④⑤⑥⑦⑧⑨⑩"
            })
    void theSameInOtherCharacters(String password) {
        assertThat(rules.violation(password, List.of("qianbo"))).as(password).isPresent();
    }

    @Test
    void factsAboutThePerson() {
        for (String password : List.of(
                login + "1",
                login + login,
                login.toUpperCase(Locale.ROOT) + "2026",
                "13812345678",
                "138-1234-5678",
                "13812345678!",
                "87654321831",
                "Sunny2026!",
                "sunnysunny",
                "sunnylin123",
                "林小雨林小雨林小雨林小",
                "guangan2026",
                "Guangan!!!",
                "century2026",
                "GuanganCentury",
                "guangan-century",
                "招商部招商部招商部招商部")) {
            assertThat(rules.violation(login, password)).as(password).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "korrekt-pferd-batterie",
                "Blauer-Hund-im-Regen",
                "correct horse battery staple",
                "v8T#kqPz2mWd",
                "mountain otter lantern",
                "窗外的雨打湿了旧书页",
                "tiger-suitcase-87-moss",
                "desk lamp under orchard snow"
            })
    void unrelatedWordsAndRandomCharactersAreGood(String password) {
        assertThat(rules.violation(login, password)).as(password).isEmpty();
    }

    @Test
    void refusalSaysWhatToLeaveOut() {
        assertThat(rules.violation("Qianbo2026!", List.of("qianbo"))).contains("access.password.login");
        assertThat(rules.violation("1qaz2wsx3edc", List.of("qianbo"))).contains("access.password.common");
        assertThat(rules.violation(login, "short-pw")).contains("access.password.short");
        assertThat(rules.violation(login, "x".repeat(201))).contains("access.password.long");
    }

    @Test
    void longPasswordIsLookedAtInNoTime() {
        long before = System.nanoTime();
        rules.violation("@4a8({<6 gq9|i1!|/o0$5s+7%2z".repeat(7).substring(0, 190), List.of("qianbo"));
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    @Test
    void everyWayToAPasswordHasTheRules() {
        String weak = login + "2026!";
        assertThatThrownBy(() -> accounts.setPassword(login, weak)).isInstanceOf(UnfitPasswordException.class);
        String link = accounts.invite(login).replaceAll(".*/", "");
        assertThatThrownBy(() -> accounts.acceptInvitation(link, weak)).isInstanceOf(UnfitPasswordException.class);
        assertThat(accounts.acceptInvitation(link, PASSWORD)).isTrue();
        assertThatThrownBy(() -> accounts.changeOwnPassword(login, PASSWORD, weak))
                .isInstanceOf(UnfitPasswordException.class);
        assertThatThrownBy(() -> accounts.createWithPassword(
                        new Account("chef" + login, "头儿", Set.of(Role.ADMINISTRATOR), Set.of()), "chef" + login + "1"))
                .isInstanceOf(UnfitPasswordException.class);
    }
}
