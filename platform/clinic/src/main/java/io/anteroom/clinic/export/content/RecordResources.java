package io.anteroom.clinic.export.content;

import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordEntry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a clinical record as FHIR R4 resources. What clinics write as text stays text: none of it is given a code it hasn't. */
final class RecordResources {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,8})?");
    private static final String INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
    private static final String ALLERGY_STATUS = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";

    private final ExportSubject subject;
    private final RecordEntry entry;
    private final Function<FileId, Optional<StoredFile>> held;

    RecordResources(ExportSubject subject, RecordEntry entry, Function<FileId, Optional<StoredFile>> held) {
        this.subject = subject;
        this.entry = entry;
        this.held = held;
    }

    void add(Resources to) {
        switch (entry.content().body()) {
            case RecordBody.Plan plan -> plan(plan, to);
            case RecordBody.Result result -> result(result, to);
            case RecordBody.Text text -> to.add(urn("DocumentReference"), text(text));
            case RecordBody.Medication one -> to.add(urn("MedicationStatement"), medication(one));
            case RecordBody.Allergy one -> to.add(urn("AllergyIntolerance"), allergy(one));
            case RecordBody.SharedFile shared ->
                held.apply(new FileId(shared.file()))
                        .ifPresent(file -> to.add(
                                urn("DocumentReference"),
                                document(DocumentResources.attachment(
                                        file, entry.content().title()))));
        }
    }

    private void plan(RecordBody.Plan plan, Resources to) {
        var goals = new ArrayList<Map<String, Object>>();
        var activities = new ArrayList<Map<String, Object>>();
        for (var goal : plan.goals()) {
            var url = ExportSubject.urn("Goal", entry.id() + "/" + (goals.size() + 1));
            goals.add(Resources.to(url));
            Map<String, Object> resource = Resources.ofType("Goal");
            resource.put("lifecycleStatus", "active");
            resource.put("description", named(goal.title()));
            resource.put("subject", Resources.to(subject.patientUrn()));
            resource.put("startDate", day());
            to.add(url, resource);
            goal.steps().forEach(step -> activities.add(activity(step, url)));
        }
        Map<String, Object> resource = Resources.ofType("CarePlan");
        resource.put("status", "active");
        resource.put("intent", "plan");
        resource.put("title", entry.content().title());
        if (!plan.summary().isEmpty()) {
            resource.put("description", plan.summary());
        }
        resource.put("subject", Resources.to(subject.patientUrn()));
        resource.put("created", day());
        resource.put("author", author());
        if (!goals.isEmpty()) {
            resource.put("goal", goals);
        }
        if (!activities.isEmpty()) {
            resource.put("activity", activities);
        }
        to.add(urn("CarePlan"), resource);
    }

    private Map<String, Object> activity(RecordBody.Step step, String goal) {
        var done = entry.done().get(step.number());
        Map<String, Object> activity = new LinkedHashMap<>();
        if (done != null) {
            activity.put("progress", List.of(Map.of("time", done.toString(), "text", "Done"))); // not read by patients
        }
        activity.put(
                "detail",
                Map.of(
                        "goal",
                        List.of(Resources.to(goal)),
                        "status",
                        done == null ? "not-started" : "completed",
                        "description",
                        step.words()));
        return activity;
    }

    private void result(RecordBody.Result result, Resources to) {
        var references = new ArrayList<Map<String, Object>>();
        for (var value : result.values()) {
            var url = ExportSubject.urn("Observation", entry.id() + "/" + (references.size() + 1));
            references.add(Resources.to(url));
            to.add(url, observation(value));
        }
        Map<String, Object> resource = Resources.ofType("DiagnosticReport");
        resource.put("status", status());
        resource.put("category", List.of(named(entry.content().category().words())));
        resource.put("code", named(entry.content().title()));
        resource.put("subject", Resources.to(subject.patientUrn()));
        resource.put("effectiveDateTime", day());
        resource.put("issued", entry.writtenAt().toString());
        resource.put("performer", List.of(author()));
        if (!references.isEmpty()) {
            resource.put("result", references);
        }
        if (!result.comment().isEmpty()) {
            resource.put("conclusion", result.comment());
        }
        to.add(urn("DiagnosticReport"), resource);
    }

    private Map<String, Object> observation(RecordBody.Value value) {
        Map<String, Object> resource = Resources.ofType("Observation");
        resource.put("status", status());
        resource.put("code", named(value.name()));
        resource.put("subject", Resources.to(subject.patientUrn()));
        resource.put("effectiveDateTime", day());
        if (NUMBER.matcher(value.value()).matches()) {
            Map<String, Object> quantity = new LinkedHashMap<>();
            quantity.put("value", new BigDecimal(value.value()));
            if (!value.unit().isEmpty()) {
                quantity.put("unit", value.unit());
            }
            resource.put("valueQuantity", quantity);
        } else {
            resource.put("valueString", (value.value() + " " + value.unit()).strip());
        }
        var code = code(value.flag());
        if (code != null) {
            resource.put(
                    "interpretation",
                    List.of(Map.of("coding", List.of(Map.of("system", INTERPRETATION, "code", code)))));
        }
        if (!value.range().isEmpty()) {
            resource.put("referenceRange", List.of(Map.of("text", value.range())));
        }
        return resource;
    }

    private static @Nullable String code(RecordBody.Flag flag) {
        return switch (flag) {
            case NONE -> null;
            case NORMAL -> "N";
            case LOW -> "L";
            case HIGH -> "H";
            case ABNORMAL -> "A";
        };
    }

    private Map<String, Object> text(RecordBody.Text text) {
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", "text/plain; charset=utf-8");
        attachment.put("data", Base64.getEncoder().encodeToString(text.text().getBytes(StandardCharsets.UTF_8)));
        attachment.put("title", entry.content().title());
        return document(attachment);
    }

    private Map<String, Object> document(Map<String, Object> attachment) {
        Map<String, Object> resource = Resources.ofType("DocumentReference");
        resource.put("status", "current");
        resource.put("type", named(entry.kind().words()));
        resource.put("subject", Resources.to(subject.patientUrn()));
        resource.put("date", entry.writtenAt().toString());
        resource.put("author", List.of(author()));
        resource.put("description", entry.content().title());
        resource.put("content", List.of(Map.of("attachment", attachment)));
        resource.put("context", Map.of("period", Map.of("start", day())));
        return resource;
    }

    private Map<String, Object> medication(RecordBody.Medication one) {
        Map<String, Object> resource = Resources.ofType("MedicationStatement");
        resource.put("status", one.stoppedOn() == null ? "active" : "stopped");
        resource.put("medicationCodeableConcept", named(entry.content().title()));
        resource.put("subject", Resources.to(subject.patientUrn()));
        resource.put("effectivePeriod", period(one.stoppedOn()));
        resource.put("dateAsserted", entry.writtenAt().toString());
        resource.put("informationSource", author());
        if (!one.reason().isEmpty()) {
            resource.put("reasonCode", List.of(named(one.reason())));
        }
        var dosage = (one.dose() + "\n" + one.instructions()).strip();
        if (!dosage.isEmpty()) {
            resource.put("dosage", List.of(Map.of("text", dosage)));
        }
        return resource;
    }

    private Map<String, Object> period(@Nullable LocalDate end) {
        var start = entry.content().datedOn();
        return end == null || end.isBefore(start)
                ? Map.of("start", start.toString())
                : Map.of("start", start.toString(), "end", end.toString());
    }

    private Map<String, Object> allergy(RecordBody.Allergy one) {
        Map<String, Object> resource = Resources.ofType("AllergyIntolerance");
        var status = one.stoppedOn() == null ? "active" : "resolved";
        resource.put("clinicalStatus", Map.of("coding", List.of(Map.of("system", ALLERGY_STATUS, "code", status))));
        resource.put("code", named(entry.content().title()));
        resource.put("patient", Resources.to(subject.patientUrn()));
        resource.put("recordedDate", day());
        resource.put("recorder", author());
        if (!one.reaction().isEmpty()) {
            resource.put("reaction", List.of(Map.of("manifestation", List.of(named(one.reaction())))));
        }
        if (!one.severity().isEmpty()) {
            resource.put("note", List.of(Map.of("text", one.severity())));
        }
        return resource;
    }

    private String status() {
        return entry.edition() > 1 ? "corrected" : "final";
    }

    private String day() {
        return entry.content().datedOn().toString();
    }

    private Map<String, Object> author() {
        return Map.of("display", entry.writtenBy());
    }

    private String urn(String kind) {
        return ExportSubject.urn(kind, "record/" + entry.id());
    }

    private static Map<String, Object> named(String text) {
        return Map.of("text", text);
    }
}
