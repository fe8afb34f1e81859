package io.caravan.usecase.setup;

import io.caravan.core.access.Enrollment;
import io.caravan.core.access.Enrollments;

/** Writes down who takes part. Doing it again changes nothing. */
public class Enroll {

    private final Enrollments enrollments;

    public Enroll(Enrollments enrollments) {
        this.enrollments = enrollments;
    }

    public void enroll(Enrollment enrollment) {
        enrollment.merchants().forEach(enrollments::put);
        enrollment.issuers().forEach(enrollments::put);
        enrollment.clients().forEach(enrollments::put);
        enrollment.accounts().forEach(enrollments::put);
        enrollment.payers().forEach(enrollments::put);
        enrollment.hooks().forEach(enrollments::put);
    }
}
