package io.anteroom.webkit.fairness;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one clinic may take of this process. Its portal and its staff's pages are counted apart, so that patients in a
 * flood do not shut out the staff; style sheets, scripts and payment providers' calls are not counted.
 *
 * @param atOnce the most requests in progress at one of a clinic's doors; the next is refused with 429. A page takes some
 *     10 ms, so this many are busy only if the clinic's database is stuck or it gets thousands a second
 * @param perSecond how many requests a second one of a clinic's doors answers for long; beyond them 429. A clinic that
 *     mails all its 20,000 patients gets some tens a second
 * @param burst how many requests may come at once after a rest
 * @param strangersPerSecond how many requests a second for hosts and organisations that do not exist are looked up, over
 *     all of them; beyond, those that this process has not yet seen to be a clinic's get 429
 * @param atOncePerHost the most requests in progress on one front door, all portals together being one, and staff,
 *     operators, sign-up one each; the next is refused with 503. Each holds some 100 kB while it is in progress
 */
@Validated
@ConfigurationProperties("anteroom.web.fairness")
public record FairnessSettings(
        @Min(1) @DefaultValue("24") int atOnce,
        @Min(1) @DefaultValue("100") int perSecond,
        @Min(1) @DefaultValue("200") int burst,
        @Min(1) @DefaultValue("50") int strangersPerSecond,
        @Min(1) @DefaultValue("500") int atOncePerHost) {}
