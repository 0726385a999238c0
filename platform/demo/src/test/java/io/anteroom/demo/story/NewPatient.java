
    String name() {
        return givenName + " " + familyName;
    }

    /** The name as lists have it. */
    String listed() {
        return familyName + ", " + givenName;
    }
}
