package io.rotadesk.staff.notice.channel;

/** The kinds of channels, and how often each takes a message. */
public enum ChannelKind {
    /** A group robot of WeCom (企业微信): its address is the secret. */
    WECOM(20, true),
    /** A group robot of DingTalk (钉钉): whoever sends more is blocked for ten minutes. */
    DINGTALK(20, true),
    /** A group robot of Feishu (飞书). */
    FEISHU(100, true),
    /** Another program, which gets JSON with a signature. */
    WEBHOOK(60, true),
    /** The program that sends text messages to petitioners, who have no login: like a webhook, with the number. One for a unit. */
    GATEWAY(60, true),
    /** Mail to persons, by the mail server of the installation. */
    MAIL(60, false);

    private final int perMinute;
    private final boolean group;

    ChannelKind(int perMinute, boolean group) {
        this.perMinute = perMinute;
        this.group = group;
    }

    int perMinute() {
        return perMinute;
    }

    /** Whether staff are told things by it. */
    public boolean isForStaff() {
        return this != GATEWAY;
    }

    /** Whether one message reaches everybody, at an address of the channel's own. */
    public boolean isGroup() {
        return group;
    }
}
