package io.rotadesk.web.desk.matters;

import io.nayuki.qrcodegen.QrCode;

/**
 * A query code with what is printed beside it. It is in Chinese whatever the reader's language is, as the paper around it.
 *
 * @param code as it is typed
 * @param page the address where it is typed; null if this application has none
 * @param square what a phone scans; null without an address
 */
public record PrintedCode(String code, String page, QrCode square) {

    /** What the petitioner can do with it. */
    public String help() {
        return page == null ? "凭查询码可以查询办理进度并评价。" : "在 " + page + " 输入查询码，可以查看办理进度并评价。";
    }
}
