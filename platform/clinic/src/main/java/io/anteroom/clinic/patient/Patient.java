package io.anteroom.clinic.patient;

import io.anteroom.clinic.audit.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A person's record at the clinic. Changed as a whole through {@link #change}, and only by who read its latest state. */
@Entity
public class Patient {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private @Nullable String externalId;
    private String givenName;
    private String familyName;
    private @Nullable String preferredName;
    private LocalDate birthDate;
    private @Nullable String gender;
    private @Nullable String email;
    private @Nullable String mobile;
    private @Nullable String homePhone;
    private @Nullable String phone;
    private @Nullable String address;
    private @Nullable String alerts;

    // The keys and the words are there for SQL to read.
    @SuppressWarnings("UnusedVariable")
    private String familyKey;

    @SuppressWarnings("UnusedVariable")
    private String givenKey;

    @SuppressWarnings("UnusedVariable")
    @ColumnTransformer(write = "cast(? as tsvector)")
    private String search;

    @Column(updatable = false)
    private Instant createdAt;

    // Written by MergedRecords, read by the queries of Patients.
    @SuppressWarnings("UnusedVariable")
    @Column(insertable = false, updatable = false)
    private boolean merged;

    @SuppressWarnings("UnusedVariable")
    @Column(insertable = false, updatable = false)
    private @Nullable Long mergedInto;

    @SuppressWarnings("UnusedVariable")
    @Column(insertable = false, updatable = false)
    private @Nullable String mergedExternalId;

    private Instant changedAt;
    private String changedBy;

    protected Patient() {}

    /** A new record; it has its id once saved. */
    public Patient(PatientDetails details, Actor by, Instant now) {
        this.createdAt = now;
        take(details, by, now);
    }

    /** Replaces everything staff keep on the patient. */
    void change(PatientDetails details, Actor by, Instant now) {
        take(details, by, now);
    }

    private void take(PatientDetails details, Actor by, Instant now) {
        this.externalId = details.externalId();
        this.givenName = details.givenName();
        this.familyName = details.familyName();
        this.preferredName = details.preferredName();
        this.birthDate = details.birthDate();
        this.gender = details.gender();
        this.email = details.email() == null ? null : details.email().value();
        this.mobile = details.mobile() == null ? null : details.mobile().value();
        this.homePhone =
                details.homePhone() == null ? null : details.homePhone().value();
        this.phone = details.phone() == null ? null : details.phone().value();
        this.address = details.address();
        this.alerts = details.alerts();
        PatientKeys keys = PatientKeys.of(details);
        this.familyKey = keys.familyName();
        this.givenKey = keys.givenName();
        this.search = keys.search();
        this.changedAt = now;
        this.changedBy = by.name();
    }

    /**
     * The record's number.
     *
     * @throws IllegalStateException before it was saved
     */
    public PatientId id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return new PatientId(id);
    }

    /** Counts the changes; a form carries it, so that nobody overwrites what they haven't seen. */
    public int version() {
        return version;
    }

    /** Since when there is the record. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Everything staff keep on the patient. */
    public PatientDetails details() {
        return new PatientDetails(
                externalId,
                givenName,
                familyName,
                preferredName,
                birthDate,
                gender,
                email().orElse(null),
                mobile().orElse(null),
                Optional.ofNullable(homePhone).map(PhoneNumber::new).orElse(null),
                Optional.ofNullable(phone).map(PhoneNumber::new).orElse(null),
                address,
                alerts);
    }

    /** Given and family name. */
    public String fullName() {
        return (givenName + " " + familyName).strip();
    }

    /** What to call the person in a greeting: the preferred name, or else the given one, or else the only one. */
    public String calledName() {
        if (preferredName != null) {
            return preferredName;
        }
        return givenName.isEmpty() ? familyName : givenName;
    }

    /** The day of birth. */
    public LocalDate birthDate() {
        return birthDate;
    }

    /** Where mail goes; it may be shared with other patients and signs nobody in. */
    public Optional<EmailAddress> email() {
        return Optional.ofNullable(email).map(EmailAddress::new);
    }

    /** Where texts go; it may be shared with other patients and signs nobody in. */
    public Optional<MobileNumber> mobile() {
        return Optional.ofNullable(mobile).map(MobileNumber::new);
    }

    /** A short note always shown with the name. */
    public Optional<String> alerts() {
        return Optional.ofNullable(alerts);
    }

    /** The postal address, its lines divided by line feeds. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** When it was last changed. */
    public Instant changedAt() {
        return changedAt;
    }

    /** The name of who changed it last. */
    public String changedBy() {
        return changedBy;
    }
}
