package io.anteroom.clinic.questionnaire.definition;

import java.util.Map;
import java.util.Set;

/** The names of FHIR R4's extensions of a Questionnaire. */
final class FhirUrls {

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String CPG = "http://hl7.org/fhir/uv/cpg/StructureDefinition/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

    static final String MIN_LENGTH = CORE + "minLength";
    static final String REGEX = CORE + "regex";
    static final String ENTRY_FORMAT = CORE + "entryFormat";
    static final String MIN_VALUE = CORE + "minValue";
    static final String MAX_VALUE = CORE + "maxValue";
    static final String DECIMAL_PLACES = CORE + "maxDecimalPlaces";
    static final String MIN_OCCURS = CORE + "questionnaire-minOccurs";
    static final String MAX_OCCURS = CORE + "questionnaire-maxOccurs";
    static final String ITEM_CONTROL = CORE + "questionnaire-itemControl";
    static final String HIDDEN = CORE + "questionnaire-hidden";
    static final String WEIGHT = CORE + "ordinalValue";
    static final String ITEM_WEIGHT = CORE + "itemWeight";
    static final String EXCLUSIVE = CORE + "questionnaire-optionExclusive";
    static final String UNIT = CORE + "questionnaire-unit";
    static final String UNIT_OPTION = CORE + "questionnaire-unitOption";
    static final String MIN_QUANTITY = SDC + "sdc-questionnaire-minQuantity";
    static final String MAX_QUANTITY = SDC + "sdc-questionnaire-maxQuantity";
    static final String MAX_SIZE = CORE + "maxSize";
    static final String MIME_TYPE = CORE + "mimeType";
    static final String SIGNATURE_REQUIRED = CORE + "questionnaire-signatureRequired";

    /** Ours: a sum of weights with its bands. FHIR has none without FHIRPath. */
    static final String TOTAL = "https://anteroom.io/fhir/StructureDefinition/questionnaire-total";

    /** Ours, in a stored answer: when a name was typed to sign, and under which statement. */
    static final String SIGNED = "https://anteroom.io/fhir/StructureDefinition/signed";

    static final String ITEM_CONTROL_SYSTEM = "http://hl7.org/fhir/questionnaire-item-control";
    static final String SIGNATURE_SYSTEM = "urn:iso-astm:E1762-95:2013";
    static final String AUTHORS_SIGNATURE = "1.2.840.10065.1.12.1.1";

    private static final String BEFOREHAND = "It is not filled in beforehand from other data";

    /** Those that change nothing of what is asked, nor of how it has to be answered. */
    static final Set<String> WITHOUT_EFFECT = Set.of(
            CORE + "designNote",
            CORE + "rendering-style",
            CORE + "rendering-styleSensitive",
            CORE + "rendering-markdown",
            CORE + "rendering-xhtml",
            CORE + "translation",
            CORE + "questionnaire-displayCategory",
            CORE + "questionnaire-choiceOrientation",
            CORE + "questionnaire-sliderStepValue",
            CORE + "questionnaire-usageMode",
            CORE + "questionnaire-fhirType",
            CORE + "structuredefinition-wg",
            CORE + "structuredefinition-fmm",
            CORE + "structuredefinition-standards-status",
            CORE + "questionnaire-derivationType",
            CORE + "preferredTerminologyServer",
            CORE + "artifact-versionAlgorithm",
            CORE + "cqf-library",
            CORE + "questionnaire-baseType",
            CPG + "cpg-knowledgeCapability",
            CPG + "cpg-knowledgeRepresentationLevel",
            CPG + "cpg-answerValueSetSource",
            CORE + "terminology-server",
            CORE + "valueset-label",
            SDC + "sdc-questionnaire-shortText",
            SDC + "sdc-questionnaire-optionalDisplay",
            SDC + "sdc-questionnaire-openLabel",
            SDC + "sdc-questionnaire-choiceColumn",
            SDC + "sdc-questionnaire-width",
            SDC + "sdc-questionnaire-columnCount",
            SDC + "sdc-questionnaire-endpoint",
            SDC + "sdc-questionnaire-performerType",
            SDC + "sdc-questionnaire-assemble-expectation",
            SDC + "sdc-questionnaire-observationLinkPeriod",
            SDC + "sdc-questionnaire-observationExtract",
            SDC + "sdc-questionnaire-preferredTerminologyServer",
            SDC + "sdc-questionnaire-observation-extract-category",
            SDC + "sdc-questionnaire-definitionExtract",
            SDC + "sdc-questionnaire-definitionExtractValue",
            SDC + "sdc-questionnaire-templateExtract",
            SDC + "sdc-questionnaire-templateExtractBundle",
            SDC + "sdc-questionnaire-extractAllocateId",
            SDC + "sdc-questionnaire-targetStructureMap",
            SDC + "sdc-questionnaire-assembledFrom",
            SDC + "sdc-questionnaire-entryMode",
            SDC + "sdc-questionnaire-isSubject",
            SDC + "sdc-questionnaire-itemExtractionContext");

    /** Those without which a form is whole, though something about it is lost: what, in words. */
    static final Map<String, String> MISSED = Map.ofEntries(
            Map.entry(CORE + "questionnaire-supportLink", "A link to an explanation is not shown"),
            Map.entry(CORE + "entryFormat", "An example of an answer is not shown"),
            Map.entry(CORE + "questionnaire-optionPrefix", "The letter or number before an answer is not shown"),
            Map.entry(
                    CORE + "questionnaire-signatureRequired",
                    "A signature is asked for here by a question of its own only"),
            Map.entry(CORE + "questionnaire-initialExpression", BEFOREHAND),
            Map.entry(SDC + "sdc-questionnaire-initialExpression", BEFOREHAND),
            Map.entry(SDC + "sdc-questionnaire-launchContext", BEFOREHAND),
            Map.entry(SDC + "sdc-questionnaire-sourceQueries", BEFOREHAND),
            Map.entry(SDC + "sdc-questionnaire-prepopulate-subject", BEFOREHAND),
            Map.entry(SDC + "sdc-questionnaire-itemPopulationContext", BEFOREHAND));

    /** Those without which a form would ask something else than meant: what, in words. */
    static final Map<String, String> NEEDED = Map.of(
            CORE + "questionnaire-hidden", "It is answered by a program, hidden from whoever fills in the form",
            CORE + "questionnaire-constraint", "A rule over several answers (FHIRPath) is checked",
            SDC + "sdc-questionnaire-calculatedExpression", "The answer is calculated by an expression (FHIRPath)",
            SDC + "sdc-questionnaire-enableWhenExpression", "It is asked depending on an expression (FHIRPath)",
            SDC + "sdc-questionnaire-answerExpression", "The options come from a query",
            SDC + "sdc-questionnaire-candidateExpression", "The options come from a query",
            CORE + "variable", "It calculates with expressions (FHIRPath)",
            SDC + "sdc-questionnaire-subQuestionnaire", "A part of it is a form of its own");

    private FhirUrls() {}
}
