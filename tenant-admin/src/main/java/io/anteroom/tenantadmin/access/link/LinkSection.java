package io.anteroom.tenantadmin.access.link;

import io.anteroom.webkit.QrCode;
import io.anteroom.webkit.form.Option;
import java.util.List;

/**
 * The part of the tab with links.
 *
 * @param url the tab's address
 * @param state what became of the newest link, a sentence
 * @param works whether it lets somebody in
 * @param deliveries how a new one can reach the patient
 * @param portalUrl the portal's own address
 * @param posterUrl where the poster is
 */
public record LinkSection(
        String url, String state, boolean works, List<Option> deliveries, String portalUrl, String posterUrl) {

    /** The portal's address for a telephone's camera. */
    public QrCode qr() {
        return new QrCode(portalUrl, "QR code of the portal’s address");
    }
}
