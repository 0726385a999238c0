package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.patient.intake.StagedRow;
import io.anteroom.clinic.patient.intake.Verdict;
import io.anteroom.webkit.Pagination;
import java.util.List;

/** Rows of one verdict, a page of them. */
public record ImportRowsView(Verdict verdict, List<StagedRow> rows, Pagination pages) {}
