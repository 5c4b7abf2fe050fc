package io.rotadesk.staff.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a roster file, by their English and Chinese names. */
enum RosterColumn {
    LOGIN(true, "登录名", "账号", "用户名"),
    NAME(true, "姓名"),
    MOBILE(false, "手机", "手机号"),
    EXTENSION(false, "分机", "分机号"),
    TEAM(false, "小组", "组别"),
    PLACE(false, "顺序", "序号"),
    LEFT(false, "离职", "已离职");

    private final boolean required;
    private final List<String> chinese;

    RosterColumn(boolean required, String... chinese) {
        this.required = required;
        this.chinese = List.of(chinese);
    }

    boolean required() {
        return required;
    }

    String english() {
        return name().toLowerCase(Locale.ROOT);
    }

    String header(Locale locale) {
        return locale.getLanguage().equals("en") ? english() : chinese.get(0);
    }

    static Optional<RosterColumn> of(String header) {
        String name = header.strip();
        return Arrays.stream(values())
                .filter(column -> column.english().equalsIgnoreCase(name) || column.chinese.contains(name))
                .findFirst();
    }
}
