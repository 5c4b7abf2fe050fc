package io.rotadesk.petition.paper;

import java.util.Arrays;
import java.util.Optional;

/**
 * The names that a template can have in double braces, such as {@code {{来访人}}}, and that are replaced by what the matter knows.
 * They are names and nothing else: nothing is evaluated.
 */
public enum Placeholder {
    MATTER_NUMBER("事项编号"),
    PETITIONER("来访人"),
    PHONE("来访人电话"),
    SEX_AND_AGE("来访人性别年龄"),
    ID_NUMBER("来访人证件号码"),
    ADDRESS("来访人住址"),
    REPRESENTATIVES("来访人代表"),
    PEOPLE("人数"),
    CAME_ON("来访日期"),
    CAME_TO("来访单位"),
    FIRST_OR_AGAIN("初访重访"),
    EARLIER_MATTER("以往事项编号"),
    PURPOSE("诉求"),
    ACCOUNT("反映情况"),
    MATERIALS("材料"),
    UNIT("单位"),
    RESPONSIBLE("责任人"),
    REGISTERED_BY("登记人"),
    UNIT_PHONE("联系电话"),
    METHOD("处理方式"),
    DEADLINE("办理期限"),
    FORMER_DEADLINE("原办理期限"),
    EXTENSION_REASON("延期原因"),
    FORWARDED_TO("转送单位"),
    FORWARDED_WHY("转送理由"),
    RESULT("办理结果"),
    REVIEW_BODY("复查机关"),
    REQUEST("复查请求"),
    REQUESTED_ON("申请日期"),
    REVIEWED_UNIT("原答复单位"),
    REVIEWER("办理人"),
    OUTCOME("结论"),
    OPINION("意见"),
    NEXT_BODY("复核机关"),
    FINAL_SINCE("终结日期"),
    PAPER_TITLE("送达文书"),
    PAPER_NUMBER("送达文号"),
    TODAY("日期");

    private final String written;

    Placeholder(String written) {
        this.written = written;
    }

    /** As it stands between the braces. */
    public String written() {
        return written;
    }

    static Optional<Placeholder> named(String name) {
        return Arrays.stream(values()).filter(one -> one.written.equals(name)).findFirst();
    }
}
