package io.anteroom.migrations;

/**
 * How far the fleet is, whoever is at work on it.
 *
 * @param version the version it is taken to
 * @param schemas how many there are, spare ones included
 * @param current how many of them have that version
 * @param retrying how many were busy and are tried again
 * @param failed how many were set aside
 */
public record FleetProgress(int version, int schemas, int current, int retrying, int failed) {

    /** How many are still to be migrated, those being retried included and those set aside not. */
    public int left() {
        return schemas - current - failed;
    }
}
