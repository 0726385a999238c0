package io.anteroom.clinic.questionnaire.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Questionnaire;

/** HAPI FHIR's validator of R4, offline. It takes some four seconds to begin, so tests share it. */
final class Validator {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final DefaultProfileValidationSupport SPECIFICATION = new DefaultProfileValidationSupport(R4);

    private Validator() {}

    /** What is wrong with the document, by R4 alone. */
    static List<String> faults(String json) {
        return faults(json, null);
    }

    /**
     * What is wrong with a response to the questionnaire.
     *
     * @param questionnaire as it was exported, or null where the document is no response
     */
    static List<String> faults(String json, @org.jspecify.annotations.Nullable String questionnaire) {
        var known = new PrePopulatedValidationSupport(R4);
        if (questionnaire != null) {
            known.addResource(R4.newJsonParser().parseResource(Questionnaire.class, questionnaire));
        }
        var module = new FhirInstanceValidator(new ValidationSupportChain(
                SPECIFICATION,
                known,
                new InMemoryTerminologyServerValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4)));
        module.setAnyExtensionsAllowed(true);
        module.setErrorForUnknownProfiles(true);
        FhirValidator validator = R4.newValidator().registerValidatorModule(module);
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }
}
