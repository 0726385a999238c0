package io.anteroom.clinic.questionnaire.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** HAPI FHIR's validator of R4, offline. It takes some four seconds to begin, so tests share it. */
public final class Validator {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final DefaultProfileValidationSupport SPECIFICATION = new DefaultProfileValidationSupport(R4);

    private Validator() {}

    /** What is wrong with the document, by R4 alone. */
    public static List<String> faults(String json) {
        return faults(json, null);
    }

    /**
     * What is wrong with a response to the questionnaire.
     *
     * @param questionnaire as it was exported, or null where the document is no response
     */
    public static List<String> faults(String json, @Nullable String questionnaire) {
        var module = new FhirInstanceValidator(new ValidationSupportChain(
                SPECIFICATION,
                new Asked(
                        questionnaire == null
                                ? null
                                : R4.newJsonParser().parseResource(Questionnaire.class, questionnaire)),
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

    /** Knows the one questionnaire, by its address with its version or without. HAPI's own store of resources knows none. */
    private record Asked(@Nullable Questionnaire questionnaire) implements IValidationSupport {

        @Override
        public FhirContext getFhirContext() {
            return R4;
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String uri) {
            if (questionnaire == null || type == null || !type.isInstance(questionnaire)) {
                return null;
            }
            String address = questionnaire.getUrl();
            boolean asked = uri.equals(address) || uri.equals(address + "|" + questionnaire.getVersion());
            return asked ? type.cast(questionnaire) : null;
        }
    }
}
