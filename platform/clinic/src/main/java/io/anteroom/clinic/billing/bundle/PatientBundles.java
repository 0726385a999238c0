package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.VisibleInvoices;
import io.anteroom.clinic.billing.bundle.Chosen.Reason;
import io.anteroom.clinic.billing.bundle.InvoiceBundle.Item;
import io.anteroom.clinic.billing.bundle.VisibleBundle.Part;
import io.anteroom.payments.PayableRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The portal's only way to invoices that are paid together: whoever sees one of them must see all. */
@Component
public class PatientBundles {

    /** So many at most are paid at once. */
    public static final int MOST = InvoiceBundles.MOST;

    private final PatientInvoices invoices;
    private final InvoiceBundles bundles;

    PatientBundles(PatientInvoices invoices, InvoiceBundles bundles) {
        this.invoices = invoices;
        this.bundles = bundles;
    }

    /** Puts together all that is due on them; the same choice again is the same bundle, and an invoice chosen twice is one. */
    public Chosen choose(VisibleChart chart, List<Seen> chosen) {
        List<Seen> each = chosen.stream().distinct().toList();
        List<InvoiceId> ids = each.stream().map(Seen::invoice).distinct().toList();
        if (ids.size() < InvoiceBundles.LEAST) {
            return new Chosen.Refused(Reason.TOO_FEW);
        }
        if (ids.size() > MOST) {
            return new Chosen.Refused(Reason.TOO_MANY);
        }
        VisibleInvoices visible = invoices.in(chart);
        List<InvoiceView> views =
                ids.stream().map(visible::find).flatMap(Optional::stream).toList();
        if (views.size() < ids.size()
                || views.stream().map(InvoiceView::patient).distinct().count() > 1) {
            return new Chosen.NotThere();
        }
        if (views.stream().anyMatch(view -> view.dueMinor() <= 0)) {
            return new Chosen.Refused(Reason.NOTHING_DUE);
        }
        boolean asSeen = each.stream()
                .allMatch(seen -> views.stream().anyMatch(view -> seen.equals(new Seen(view.id(), view.dueMinor()))));
        return asSeen ? bundles.choose(views) : new Chosen.Refused(Reason.CHANGED);
    }

    /** The bundle, if the person may see each of its invoices. */
    public Optional<VisibleBundle> find(VisibleChart chart, BundleId id) {
        return bundles.find(id).flatMap(bundle -> visible(chart, bundle));
    }

    /** The bundle that payments refer to so, if it is one and the person may see each of its invoices. */
    public Optional<VisibleBundle> find(VisibleChart chart, PayableRef payable) {
        return bundles.find(payable).flatMap(bundle -> visible(chart, bundle));
    }

    private Optional<VisibleBundle> visible(VisibleChart chart, InvoiceBundle bundle) {
        VisibleInvoices visible = invoices.in(chart);
        List<Part> parts = new ArrayList<>();
        for (Item item : bundle.items()) {
            Optional<InvoiceView> invoice = visible.find(item.invoice());
            if (invoice.isEmpty()) {
                return Optional.empty();
            }
            parts.add(new Part(invoice.get(), item.amount()));
        }
        return Optional.of(new VisibleBundle(bundle, parts));
    }
}
