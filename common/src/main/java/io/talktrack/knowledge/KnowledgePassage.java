package io.talktrack.knowledge;

/** A section of a document that the company gave. One row per document and section. */
public record KnowledgePassage(
    String passageId,
    String path,
    String title,
    String heading,
    int passageNo,
    String language,
    String text,
    String sourceVersion,
    String definitionVersion) {}
