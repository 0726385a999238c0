package io.anteroom.demo.story;

/** A clinic that signs up. */
record Clinic(String name, String slug, String country, String owner, String email) {

    static final Clinic ELM = new Clinic("Elm Tree Practice", "elm-tree", "GB", "Mary Elm", "mary@elm.example");
    static final Clinic ELM_KIDS = new Clinic("Elm Tree Kids", "elm-kids", "GB", "Mary Elm", "mary@elm.example");

    static final String PASSWORD = "a quiet elm by the river";
}
