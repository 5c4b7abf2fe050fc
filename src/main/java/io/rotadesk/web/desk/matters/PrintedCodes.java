package io.rotadesk.web.desk.matters;

import io.nayuki.qrcodegen.QrCode;
import io.rotadesk.access.PublicAddress;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.enquiry.QueryCodes;
import io.rotadesk.petition.matter.Matter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How a query code is printed for the petitioner: with the address where it is typed, and as a square that a phone scans. The
 * square has the code behind a {@code #}, a part of the address that no browser sends anywhere.
 */
@Component
public class PrintedCodes {

    private static final String PAGE = "/public/matters";
    private static final int MARGIN = 2;

    private final QueryCodes codes;
    private final MatterSights sights;
    private final PublicAddress address;

    PrintedCodes(QueryCodes codes, MatterSights sights, PublicAddress address) {
        this.codes = codes;
        this.sights = sights;
        this.address = address;
    }

    /**
     * @return the attributes of a page that the person prints for the petitioner: the code, and unless this application has no
     *     address of its own, the square; empty for somebody who may only look
     */
    public Map<String, Object> on(Matter matter, SignedInUser user) {
        Map<String, Object> attributes = new HashMap<>();
        of(matter, user).ifPresent(printed -> {
            attributes.put("code", printed);
            if (printed.square() != null) {
                attributes.put("square", svg(printed.square()));
            }
        });
        return attributes;
    }

    /** @return empty for somebody who may only look, and for a matter without a code */
    public Optional<PrintedCode> of(Matter matter, SignedInUser user) {
        return sights.decides(matter, user) ? codes.of(matter).map(this::printed) : Optional.empty();
    }

    private PrintedCode printed(String code) {
        if (!address.isConfigured()) {
            return new PrintedCode(code, null, null);
        }
        String page = address.link(PAGE);
        return new PrintedCode(code, page, QrCode.encodeText(page + "#" + code, QrCode.Ecc.MEDIUM));
    }

    private static String svg(QrCode square) {
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < square.size; y++) {
            for (int x = 0; x < square.size; x++) {
                if (square.getModule(x, y)) {
                    dark.append('M')
                            .append(x + MARGIN)
                            .append(',')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = square.size + 2 * MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" aria-hidden="true"\
                 shape-rendering="crispEdges"><rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>\
                """.formatted(side, dark);
    }
}
